//! Printed numbers against the figures of an edition.
//!
//! A number is held against a figure only where its sentence, or the head of its column and the name
//! of its row, say whose it is and what it is of, and where every other word beside it is known. Any
//! other number is left alone: it may be right.

mod beside;
mod candidate;
mod lexicon;
mod part;
mod reader;
mod sentence;
mod table;
mod time;
mod word;

pub use crate::claims::against::beside::{Misplaced, misplaced};
pub use crate::claims::against::candidate::Told;
use crate::claims::against::lexicon::Lexicon;
use crate::claims::against::sentence::read_sentences;
use crate::claims::against::table::{UNIT, read_table};
use crate::claims::typed::Typed;
use crate::model::printed::text::{PrintedTable, PrintedText};
use crate::sheet::Sheet;

/// Returns the numbers of a printed text that are of an edition's figures, in the order of lines.
pub fn told(text: &PrintedText, typed: &[Typed], sheet: &Sheet) -> Vec<Told> {
    let lexicon = Lexicon::of(sheet);
    let mut candidates = read_sentences(typed, &lexicon, sheet);
    for (index, table) in text.tables.iter().enumerate() {
        candidates.extend(read_table(index, table, above(text, table), &lexicon, sheet));
    }
    let mut told: Vec<Told> =
        candidates.iter().filter_map(|one| one.told(sheet)).collect();
    told.sort_by_key(|told| (told.line, told.spot));
    told
}

/// Returns the numbers that sentences print themselves and that are of an edition's figures.
pub fn told_in(typed: &[Typed], sheet: &Sheet) -> Vec<Told> {
    let candidates = read_sentences(typed, &Lexicon::of(sheet), sheet);
    candidates.iter().filter_map(|one| one.told(sheet)).collect()
}

/// Returns whether sentences may print a number of a figure, given the names of indicators.
pub fn may_tell<'a>(
    typed: &[Typed],
    names: impl Iterator<Item = &'a str> + Clone,
) -> bool {
    let names_one = |text: &str| names.clone().any(|name| text.contains(name));
    typed.iter().any(|typed| {
        let refers = !typed.references.is_empty() || names_one(typed.text());
        refers && !typed.amounts().is_empty()
    })
}

/// Returns the words that stand directly above a table: its title, and the unit of its numbers where
/// that stands by itself below.
fn above<'a>(text: &'a PrintedText, table: &PrintedTable) -> [&'a str; 2] {
    const NEAR: usize = 6;
    let first = table.rows.first().map_or(0, |row| row.line);
    let end = text.sentences.partition_point(|sentence| sentence.line < first);
    let above = text.sentences[..end].iter().rev();
    let near = above.take_while(|sentence| sentence.line + NEAR >= first);
    let mut words = near.map(|sentence| sentence.text.as_str());
    let last = words.next().unwrap_or_default();
    let is_unit = UNIT.iter().any(|word| last.trim_start().starts_with(word));
    if is_unit { [words.next().unwrap_or_default(), last] } else { [last, last] }
}
