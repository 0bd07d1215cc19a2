//! A workbook that came in, as it goes back: its cells in their places, those in doubt with what is
//! wrong.

use std::collections::BTreeMap;

use crate::view::workbook::Content;

/// A place in a sheet: row and column, from 0.
pub type Place = (u32, u32);

/// A workbook that goes back.
#[derive(Clone, Debug, Default)]
pub struct Marked {
    /// The sheets.
    pub sheets: Vec<MarkedSheet>,
    /// All that is wrong with it, in order.
    pub doubts: Vec<Doubt>,
}

/// A sheet that goes back.
#[derive(Clone, Debug, Default)]
pub struct MarkedSheet {
    /// Name on its tab.
    pub name: String,
    /// What its cells hold.
    pub cells: BTreeMap<Place, Content>,
    /// The areas that are one cell: their first and last cells.
    pub merged: Vec<[Place; 2]>,
    /// What is wrong with cells, in words.
    pub doubts: BTreeMap<Place, String>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Where, such as `月报.xlsx!到位资金!D7`.
    pub place: String,
    /// How grave it is, in a word.
    pub severity: &'static str,
    /// What.
    pub message: String,
    /// What to do.
    pub help: String,
}
