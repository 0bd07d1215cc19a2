//! An edition as an official document, from the same blocks as its page.

use chrono::{Datelike, NaiveDate};

use crate::model::edition::EditionCard;
use crate::report::edition::cards::cards;
use crate::report::edition::key_points::glance;
use crate::report::edition::links::addressees;
use crate::report::edition::notices::{audience_mark, notices};
use crate::report::edition::{annexes, body, card, title};
use crate::sheet::Sheet;
use crate::view::document::{Annex, Document};
use crate::view::inline::Inline;
use crate::view::page::{Block, Card, Term};
use crate::words::date;

/// The edition as an official document.
pub(crate) fn document(sheet: &Sheet) -> Document {
    let card = card(sheet);
    let book = &sheet.book().card.record;
    let issued = card.and_then(|card| card.issued);
    let stamp = issued.unwrap_or(sheet.last_day());
    let day = issued.map(date::day).unwrap_or_default();
    let lines = card.map(|card| card.title_lines.clone()).unwrap_or_default();
    let (addressees, copies) = addressees(sheet);
    Document {
        mark: book.mark.clone(),
        audience: audience_mark(sheet.basis.audience.level).to_owned(),
        number: number(sheet, card).unwrap_or_default(),
        title: if lines.is_empty() { vec![title(sheet)] } else { lines },
        addressees,
        notices: notices(sheet),
        blocks: key_points(sheet).into_iter().chain(on_paper(body(sheet))).collect(),
        annexes: annexes(sheet)
            .into_iter()
            .map(|annex| Annex { blocks: on_paper(annex.blocks), ..annex })
            .collect(),
        signature: book.issuer.clone(),
        date: day.clone(),
        copies,
        printer: book.issuer.clone(),
        printed: day,
        stamp: parts(stamp),
        identity: format!("{}/{}", sheet.book().id, sheet.figures.period),
    }
}

fn on_paper(blocks: Vec<Block>) -> Vec<Block> {
    let printed = |block| match block {
        Block::Table { table } => Block::Table { table: table.on_paper() },
        other => other,
    };
    blocks.into_iter().map(printed).collect()
}

fn parts(day: NaiveDate) -> [u16; 3] {
    let small = |number: u32| u16::try_from(number).unwrap_or_default();
    [u16::try_from(day.year()).unwrap_or_default(), small(day.month()), small(day.day())]
}

/// What the page shows at its head: the figures and what a leader asks first.
fn key_points(sheet: &Sheet) -> Option<Block> {
    let mut rows: Vec<Term> = cards(sheet).into_iter().map(point).collect();
    if let Some(Block::Facts { rows: asked }) = glance(sheet) {
        rows.extend(asked);
    }
    (!rows.is_empty()).then_some(Block::Facts { rows })
}

/// A card in one line.
fn point(card: Card) -> Term {
    let mut inlines = vec![Inline::Number { number: card.number }];
    for line in card.lines {
        inlines.push(Inline::text("，"));
        inlines.extend(line);
    }
    if !card.mark.id.is_empty() {
        inlines.push(Inline::text(format!("（{}）", card.mark.word)));
    }
    Term { term: card.label, inlines }
}

/// 发文字号: 巫招办〔2023〕6号.
fn number(sheet: &Sheet, card: Option<&EditionCard>) -> Option<String> {
    let prefix = sheet.book().card.record.number_prefix.as_ref()?;
    let (number, issued) = (card?.number?, card?.issued?);
    Some(format!("{prefix}〔{}〕{}号", issued.year(), number.0))
}
