//! An edition as a page of the site, from the blocks that the document prints too.

mod annexes;
pub mod cards;
pub(crate) mod first_screen;
mod front_matter;
mod links;
pub mod narrative;
pub mod notices;
pub(crate) mod paper;
pub mod single;
pub(crate) mod turned;

use crate::report::edition::annexes::{Annex, annexes};
use crate::report::edition::first_screen::first_screen;
use crate::report::edition::front_matter::narrative;
use crate::report::edition::links::further_links;
use crate::report::edition::narrative::{blocks, insert_tables};
use crate::report::edition::notices::notices;
use crate::report::listings::revisions::since_last;
use crate::report::paths;
use crate::report::tables::OVERVIEW;
use crate::report::traces::first_traces;
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Page};
use crate::view::site::FileLink;
use crate::view::table::Excerpt;

pub(crate) use crate::report::edition::first_screen::file_link;
pub use crate::report::edition::front_matter::{subtitle, title};

/// Rows of an annex that stand on the page itself; a longer one is a page away.
const ANNEXED: usize = 12;

/// Figures whose traces stand on the page itself; those of others are a page away.
const TRACED: usize = 25;

/// The page of an edition, with links to its files.
pub fn page(sheet: &Sheet, editions: &[Sheet], files: &[FileLink]) -> Page {
    let mut content = opening(sheet, files);
    content.extend(annexes_on_screen(sheet));
    content.extend(further_links(sheet, editions, files));
    let (traces, traces_elsewhere) = first_traces(sheet, &content, TRACED);
    Page {
        path: paths::edition(&sheet.figures.period),
        root: "../".to_owned(),
        title: title(sheet),
        subtitle: subtitle(sheet),
        crumbs: crumbs(sheet),
        notices: notices(sheet),
        pager: None,
        traces,
        traces_elsewhere,
        blocks: content,
    }
}

/// All that an edition says: the figures at a glance, the narrative and the annexes.
pub fn content(sheet: &Sheet) -> Vec<Block> {
    let mut content = opening(sheet, &[]);
    let annexes = annexes(sheet).into_iter().enumerate();
    content.extend(annexes.flat_map(|(at, annex)| titled(at, annex)));
    content
}

/// The first screen and the narrative; a chart that stands on the first screen stands there alone.
fn opening(sheet: &Sheet, files: &[FileLink]) -> Vec<Block> {
    let screen = first_screen(sheet, files);
    let first = screen.as_ref().and_then(|screen| screen.chart.as_ref());
    let first = first.map(|chart| chart.id.clone());
    let is_left = |block: &Block| match block {
        Block::Chart { chart } => Some(&chart.id) != first.as_ref(),
        _ => true,
    };
    let screen = screen.map(|screen| Block::FirstScreen { screen: Box::new(screen) });
    screen.into_iter().chain(body(sheet).into_iter().filter(is_left)).collect()
}

/// The narrative, and what became of earlier editions; an edition without a narrative has the overview
/// only.
fn body(sheet: &Sheet) -> Vec<Block> {
    let mut body = match narrative(sheet) {
        [] => insert_tables(sheet, OVERVIEW, None),
        narrative => blocks(sheet, narrative),
    };
    body.extend(
        since_last(sheet)
            .into_iter()
            .map(|said| Block::Paragraph { inlines: vec![Inline::text(said)] }),
    );
    body
}

/// The annexes as the site shows them: those with the scores are a link away.
fn annexes_on_screen(sheet: &Sheet) -> Vec<Block> {
    let (mut blocks, mut links) = (Vec::new(), Vec::new());
    for (at, annex) in annexes(sheet).into_iter().enumerate() {
        match &annex.scores {
            Some(scores) => {
                links.push(Link {
                    text: label(at, &annex),
                    href: paths::score_page(scores),
                });
            }
            None => blocks.extend(titled(at, apart(annex))),
        }
    }
    if !links.is_empty() {
        blocks.push(heading("scores", "考核得分和算式"));
        blocks.push(Block::Links { links });
    }
    blocks
}

/// An annex, whose table stands apart where it is long.
fn apart(mut annex: Annex) -> Annex {
    let table = &mut annex.table;
    if table.excerpt.is_none() && table.rows.len() > ANNEXED {
        table.excerpt = Some(Excerpt { rows: Vec::new(), what: "" });
    }
    annex
}

fn titled(at: usize, annex: Annex) -> [Block; 2] {
    let heading = heading(&format!("annex-{}", at + 1), &label(at, &annex));
    [heading, Block::Table { table: annex.table }]
}

fn label(at: usize, annex: &Annex) -> String {
    format!("附表{}　{}", at + 1, annex.table.title)
}

fn heading(id: &str, text: &str) -> Block {
    Block::Heading { level: 1, id: id.to_owned(), text: text.to_owned() }
}

fn crumbs(sheet: &Sheet) -> Vec<Link> {
    let book = &sheet.book().card.record;
    vec![
        Link { text: "各地通报".to_owned(), href: "../index.html".to_owned() },
        Link { text: book.name.clone(), href: "index.html".to_owned() },
    ]
}
