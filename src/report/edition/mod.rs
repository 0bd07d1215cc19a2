//! An edition as a page of the site, from the blocks that the document prints too.

pub mod cards;
pub(crate) mod document;
pub mod key_points;
mod leaders_and_laggards;
mod links;
pub mod narrative;
pub mod notices;
pub mod single;

use crate::model::edition::{EditionCard, Passage};
use crate::model::plan::form::Form;
use crate::report::edition::cards::cards;
use crate::report::edition::key_points::glance;
use crate::report::edition::links::ways_on;
use crate::report::edition::narrative::{blocks, insert_tables};
use crate::report::edition::notices::notices;
use crate::report::listings::revisions::table;
use crate::report::tables::{Make, TABLES, table_called};
use crate::report::traces::traces_of;
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::view::document::Annex;
use crate::view::inline::Link;
use crate::view::page::{Block, Page};
use crate::words::date;

/// How the ids of the score sheets begin, of their lamps, and of the lists of their formulas.
const SHEETS: &str = "scores-";
const LAMPS: &str = "lamps-";
const FORMULAS: &str = "score-formulas-";

/// The page of an edition, at a path inside the book's folder.
pub fn page(sheet: &Sheet, editions: &[&Sheet], path: &str) -> Page {
    let mut content = opening(sheet);
    content.extend(annexes_on_screen(sheet));
    content.extend(ways_on(sheet, editions));
    Page {
        path: path.to_owned(),
        root: "../".repeat(path.matches('/').count()),
        title: title(sheet),
        subtitle: subtitle(sheet),
        crumbs: crumbs(sheet),
        notices: notices(sheet),
        traces: traces_of(sheet, &content),
        blocks: content,
    }
}

/// All that an edition says: the figures at a glance, the narrative and the annexes.
pub fn content(sheet: &Sheet) -> Vec<Block> {
    let mut content = opening(sheet);
    let annexes = annexes(sheet).into_iter().enumerate();
    content.extend(annexes.flat_map(|(at, annex)| titled(at, annex)));
    content
}

fn opening(sheet: &Sheet) -> Vec<Block> {
    let cards = cards(sheet);
    let cards = (!cards.is_empty()).then_some(Block::Cards { cards });
    cards.into_iter().chain(glance(sheet)).chain(body(sheet)).collect()
}

/// The annexes as the site shows them: those with the scores are a link away.
fn annexes_on_screen(sheet: &Sheet) -> Vec<Block> {
    let (mut blocks, mut links) = (Vec::new(), Vec::new());
    for (at, annex) in annexes(sheet).into_iter().enumerate() {
        match scored(sheet, &annex) {
            Some(assessment_view) => {
                links.push(Link {
                    text: label(at, &annex),
                    href: assessment_view.trace_page(),
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

fn titled(at: usize, annex: Annex) -> impl Iterator<Item = Block> {
    let heading = heading(&format!("annex-{}", at + 1), &label(at, &annex));
    std::iter::once(heading).chain(annex.blocks)
}

fn label(at: usize, annex: &Annex) -> String {
    format!("附件{}　{}", at + 1, annex.title)
}

fn heading(id: &str, text: &str) -> Block {
    Block::Heading { level: 1, id: id.to_owned(), text: text.to_owned() }
}

/// The assessment whose scores an annex lists.
fn scored<'a>(sheet: &'a Sheet<'a>, annex: &Annex) -> Option<AssessmentView<'a>> {
    let [Block::Table { table }] = annex.blocks.as_slice() else { return None };
    let id = [FORMULAS, LAMPS, SHEETS]
        .iter()
        .find_map(|start| table.id.strip_prefix(start))?;
    sheet.assessment_view(Some(id))
}

pub(super) fn card<'a>(sheet: &Sheet<'a>) -> Option<&'a EditionCard> {
    sheet.edition.map(|edition| &edition.record.card)
}

/// Title of the edition; a draft without a file is named after its period.
pub fn title(sheet: &Sheet) -> String {
    let drafted = || {
        let whole = &sheet.book().card.record.whole;
        format!("{}{whole}招商引资工作情况（草稿）", date::period(&sheet.figures.period))
    };
    card(sheet).map_or_else(drafted, |card| card.title.clone())
}

/// The days covered and the last cut-off.
pub fn subtitle(sheet: &Sheet) -> String {
    let end = date::day(sheet.figures.period.end());
    let cutoff = sheet.last_day();
    let issued = card(sheet).and_then(|card| card.issued).map(date::day);
    let mut parts =
        vec![format!("数据截至{end}"), format!("报送截至{}", date::day(cutoff))];
    parts.extend(issued.map(|day| format!("{day}印发")));
    parts.join("　")
}

fn crumbs(sheet: &Sheet) -> Vec<Link> {
    let book = &sheet.book().card.record;
    vec![
        Link { text: "各地通报".to_owned(), href: "../index.html".to_owned() },
        Link { text: book.name.clone(), href: "index.html".to_owned() },
    ]
}

/// The narrative, where there is one and the audience gets it.
fn narrative<'a>(sheet: &Sheet<'a>) -> Option<&'a [Passage]> {
    let narrative = sheet.edition.map(|edition| edition.record.narrative.as_slice());
    narrative.filter(|narrative| !narrative.is_empty())
}

/// The narrative; an edition without one has the tables only.
pub(super) fn body(sheet: &Sheet) -> Vec<Block> {
    match narrative(sheet) {
        Some(narrative) => blocks(sheet, narrative),
        None => table_called("总体情况")
            .map(|kind| insert_tables(sheet, kind, None))
            .unwrap_or_default(),
    }
}

/// The annexes, with the table of revisions last: those that the edition lists, else every table of the whole that the narrative leaves out.
pub(super) fn annexes(sheet: &Sheet) -> Vec<Annex> {
    let listed = card(sheet).map(|card| card.annexes.clone()).unwrap_or_default();
    let names = if listed.is_empty() { left_over(sheet) } else { listed };
    let revised = table(sheet.book(), &sheet.figures.period, sheet.is_demo());
    let revised = revised.map(|table| Annex {
        title: table.title.clone(),
        blocks: vec![Block::Table { table }],
    });
    names.iter().flat_map(|name| annex(sheet, name)).chain(revised).collect()
}

fn left_over(sheet: &Sheet) -> Vec<String> {
    let narrative = narrative(sheet).unwrap_or_default();
    let called = |name: &str| {
        narrative.iter().any(
            |passage| matches!(passage, Passage::Table(insert) if insert.name == name),
        )
    };
    let of_sheet = |make: &Make| matches!(make, Make::Sheet(_) | Make::Several(_));
    let whole = TABLES.iter().filter(|kind| of_sheet(&kind.make));
    let left =
        whole.filter(|kind| !called(kind.name) && narrative_or_other(sheet, kind.name));
    let left = left.map(|kind| kind.name.to_owned());
    left.chain(forms(sheet)).chain(score_tables(sheet)).collect()
}

/// The forms that the narrative does not call.
fn forms(sheet: &Sheet) -> Vec<String> {
    let inserts = narrative(sheet).unwrap_or_default().iter().filter_map(|passage| {
        let Passage::Table(insert) = passage else { return None };
        (insert.name == "统计表").then(|| sheet.form(insert.indicator.as_deref()))?
    });
    let called: Vec<&Form> = inserts.collect();
    let left = sheet.forms().filter(|form| !called.contains(form));
    left.map(|form| format!("统计表 {}", form.id)).collect()
}

/// The scores of every assessment with their lamps and formulas, as results are made public;
/// those that the narrative calls are left out.
fn score_tables(sheet: &Sheet) -> Vec<String> {
    let narrative = narrative(sheet).unwrap_or_default();
    let called = |table: &str, assessment: &str| {
        narrative.iter().any(|passage| {
            matches!(passage, Passage::Table(insert)
                if insert.name == table && insert.indicator.as_deref() == Some(assessment))
        })
    };
    let names = sheet.assessment_views().flat_map(|assessment_view| {
        let name = &assessment_view.assessment.name;
        let tables = ["五色图", "得分算式"].into_iter();
        tables
            .filter(|table| !called(table, name))
            .map(|table| format!("{table} {name}"))
            .collect::<Vec<_>>()
    });
    names.collect()
}

/// An edition without a narrative shows 总体情况 as its body.
fn narrative_or_other(sheet: &Sheet, name: &str) -> bool {
    narrative(sheet).is_some() || name != "总体情况"
}

/// An annex for each table of a name.
fn annex(sheet: &Sheet, name: &str) -> Vec<Annex> {
    let (name, indicator) = match name.split_once(' ') {
        Some((name, indicator)) => (name, Some(indicator)),
        None => (name, None),
    };
    let titled = |block: Block| Annex {
        title: match &block {
            Block::Table { table } => table.title.clone(),
            _ => name.to_owned(),
        },
        blocks: vec![block],
    };
    let Some(kind) = table_called(name) else { return Vec::new() };
    insert_tables(sheet, kind, indicator).into_iter().map(titled).collect()
}
