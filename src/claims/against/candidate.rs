//! A number of a text with what it is of, and what the figure says.

use rust_decimal::Decimal;

use crate::claims::against::part::{Said, is_same, numbers};
use crate::claims::found_claim::Spot;
use crate::claims::number::unit::Dimension;
use crate::model::book::scope::Scope;
use crate::sheet::Sheet;

/// A printed number that is known to be of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where the text has it.
    pub spot: Spot,
    /// Line of the file, from 1.
    pub line: usize,
    /// As printed.
    pub printed: String,
    /// What it is: whose, of what, and which part.
    pub what: String,
    /// The id of the figure.
    pub figure: String,
    /// The figure as it is printed.
    pub ours: String,
    /// Whether the two are the same.
    pub is_same: bool,
}

/// A number of a text with what it is of.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) spot: Spot,
    pub(super) line: usize,
    pub(super) printed: String,
    pub(super) value: Decimal,
    pub(super) dimension: Dimension,
    pub(super) scope: Scope,
    pub(super) indicator: String,
    pub(super) said: Said,
}

impl Candidate {
    /// Holds it against its figure; `None` if there is no such number.
    pub(super) fn told(&self, sheet: &Sheet) -> Option<Told> {
        let view = sheet.view_of(&self.indicator)?;
        let figure = view.figure(&self.scope)?;
        let numbers = numbers(&view, figure, self.said, self.dimension);
        if numbers.is_empty() {
            return None;
        }
        let label = self.said.label();
        Some(Told {
            spot: self.spot,
            line: self.line,
            printed: self.printed.clone(),
            what: format!("{}{}{label}", view.name(&self.scope), view.indicator().name),
            figure: figure.id.to_string(),
            ours: view.plain(figure, self.said.part, true),
            is_same: numbers.into_iter().any(|number| is_same(self.value, number)),
        })
    }
}
