//! A whole text: its claims, and the numbers that none of them rests on.

use std::collections::BTreeSet;

use crate::claims::found_claim::{FoundClaim, Spot};
use crate::claims::number::amount::Amount;
use crate::claims::number::period::months;
use crate::claims::number::plain::Plain;
use crate::claims::number::scan::{amounts_of, too_long};
use crate::claims::number::unit::Dimension;
use crate::claims::{prose, table};
use crate::model::printed::text::{PrintedTable, PrintedText};

/// What was read in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The claims of sentences and tables, in the order of their lines.
    pub claims: Vec<FoundClaim>,
    /// The numbers with a unit that take part in no claim, in the order of their lines.
    pub left: Vec<Left>,
    /// The numbers that are too long to be computed with, in the order of their lines.
    pub too_long: Vec<Left>,
}

/// A number that was not recomputed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Line of the file, from 1.
    pub line: usize,
    /// As printed; in a table, with its row and column.
    pub text: String,
    /// Whether texts compute such a number from others: a rate, a difference, a multiple, a rank.
    pub is_derived: bool,
}

/// Reads a text.
pub fn reading(text: &PrintedText) -> Reading {
    let claims = claims(text);
    Reading { left: left(text, &claims), too_long: long(text), claims }
}

fn claims(text: &PrintedText) -> Vec<FoundClaim> {
    let mut sentences = text.sentences.iter();
    let month = sentences.find_map(|sentence| months(Plain::of(&sentence.text).text()));
    let mut claims = prose::claims(text);
    let tables = text.tables.iter().enumerate();
    claims.extend(tables.flat_map(|(index, table)| {
        table::claims(index, table, month, &note(text, table))
    }));
    claims.sort_by_key(|claim| claim.line);
    claims
}

/// Returns the words that stand directly below a table.
fn note(text: &PrintedText, table: &PrintedTable) -> String {
    const NEAR: usize = 3;
    let last = table.rows.last().map_or(0, |row| row.line);
    let start = text.sentences.partition_point(|sentence| sentence.line < last);
    let below = text.sentences[start..].iter();
    let near = below.take_while(|sentence| sentence.line <= last + NEAR);
    near.map(|sentence| sentence.text.as_str()).collect()
}

/// Returns the numbers of a text that stand elsewhere than some others, in the order of their lines.
pub fn others(text: &PrintedText, used: &BTreeSet<Spot>) -> Vec<Left> {
    let sentences = text.sentences.iter().enumerate();
    let amounts = sentences.flat_map(|(index, sentence)| amounts_of(index, sentence));
    let written = amounts.map(|amount| {
        let Amount { spot, line, .. } = amount;
        let is_derived = !amount.is_quantity() && amount.dimension != Dimension::Other;
        (spot, Left { line, text: amount.text, is_derived })
    });
    let tables = text.tables.iter().enumerate();
    let cells = tables.flat_map(|(index, table)| table::numbers(index, table));
    let listed = cells.map(|number| {
        let table::Number { spot, line, text, is_derived } = number;
        (spot, Left { line, text, is_derived })
    });
    let mut left: Vec<Left> = written
        .chain(listed)
        .filter(|(spot, _)| !used.contains(spot))
        .map(|(_, left)| left)
        .collect();
    left.sort_by_key(|left| left.line);
    left
}

fn left(text: &PrintedText, claims: &[FoundClaim]) -> Vec<Left> {
    others(text, &claims.iter().flat_map(|claim| claim.spots.iter().copied()).collect())
}

fn long(text: &PrintedText) -> Vec<Left> {
    let sentences = text.sentences.iter().map(|sentence| (sentence.line, &sentence.text));
    let rows = text.tables.iter().flat_map(|table| &table.rows);
    let cells = rows.flat_map(|row| row.cells.iter().map(|cell| (row.line, cell)));
    let numbers = sentences.chain(cells).flat_map(|(line, text)| {
        let plain = Plain::of(text);
        let long = too_long(plain.text()).map(str::to_owned).collect::<Vec<_>>();
        long.into_iter().map(move |text| Left { line, text, is_derived: false })
    });
    let mut numbers: Vec<Left> = numbers.collect();
    numbers.sort_by_key(|left| left.line);
    numbers
}
