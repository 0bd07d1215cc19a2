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
use crate::report::traces::traces_of;
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Page};
use crate::view::site::FileLink;

pub use crate::report::edition::front_matter::{subtitle, title};

/// The page of an edition, with links to its files.
pub fn page(sheet: &Sheet, editions: &[Sheet], files: &[FileLink]) -> Page {
    let mut content = opening(sheet, files);
    content.extend(annexes_on_screen(sheet));
    content.extend(further_links(sheet, editions, files));
    Page {
        path: paths::edition(&sheet.figures.period),
        root: "../".to_owned(),
        title: title(sheet),
        subtitle: subtitle(sheet),
        crumbs: crumbs(sheet),
        notices: notices(sheet),
        pager: None,
        traces: traces_of(sheet, &content),
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

fn opening(sheet: &Sheet, files: &[FileLink]) -> Vec<Block> {
    first_screen(sheet, files).into_iter().chain(body(sheet)).collect()
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
            None => blocks.extend(titled(at, annex)),
        }
    }
    if !links.is_empty() {
        blocks.push(heading("scores", "考核得分和算式"));
        blocks.push(Block::Links { links });
    }
    blocks
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
