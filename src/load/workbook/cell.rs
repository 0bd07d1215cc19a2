//! A grid of cells as they are found: nothing of what they mean.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::load::workbook::bounds::{MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Refusal};

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Name on its tab; empty for a file of lines.
    pub name: String,
    /// Whether the sheet is hidden.
    pub is_hidden: bool,
    /// The cells that hold something, by row and column from 0.
    pub cells: BTreeMap<(u32, u32), Cell>,
    /// The areas that were merged to one cell: their first and last cells.
    pub merged: Vec<[(u32, u32); 2]>,
    /// The rows that nobody sees.
    pub hidden_rows: BTreeSet<u32>,
    /// The columns that nobody sees.
    pub hidden_columns: BTreeSet<u32>,
}

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it shows.
    pub value: Value,
    /// Whether that was worked out by a formula.
    pub is_formula: bool,
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, though there is a formula.
    Nothing,
    /// Words.
    Text(String),
    /// A number, to the fifteen digits that a sheet keeps.
    Number(Decimal),
    /// A day.
    Day(NaiveDate),
    /// A number or a time that has no place in records.
    Odd(String),
    /// The error of a formula, such as `#REF!`.
    Error(String),
}

/// Returns the name of a place, such as `D7`.
pub fn place((row, column): (u32, u32)) -> String {
    let mut letters = Vec::new();
    let mut left = u64::from(column) + 1;
    while left > 0 {
        let letter = (left - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(letter).unwrap_or_default()));
        left = (left - 1) / 26;
    }
    let letters: String = letters.into_iter().rev().collect();
    format!("{letters}{}", u64::from(row) + 1)
}

impl Value {
    /// Makes a value of a number as a sheet keeps it.
    pub(super) fn number(number: f64) -> Value {
        let short = format!("{number:.14e}").parse::<f64>().unwrap_or(number).to_string();
        match Decimal::from_str_exact(&short) {
            Ok(exact) => Value::Number(exact.normalize()),
            Err(_) => Value::Odd(short),
        }
    }

    /// Makes a value of words; `None` if there are none.
    pub(super) fn text(text: &str) -> Option<Value> {
        (!text.trim().is_empty()).then(|| Value::Text(text.to_owned()))
    }
}

impl Grid {
    /// Puts a cell in its place, as far as a sheet of records may reach.
    pub(super) fn put(
        &mut self,
        at: (u32, u32),
        value: Option<Value>,
        is_formula: bool,
    ) -> Result<(), Refusal> {
        let value = match value {
            Some(value) => value,
            None if is_formula => Value::Nothing,
            None => return Ok(()),
        };
        let far = "只留要报的表，删去远处多出的内容，另存一份再试";
        if at.0 >= MOST_ROWS || at.1 >= MOST_COLUMNS {
            let name = &self.name;
            let place = place(at);
            let problem = format!(
                "工作表“{name}”的 {place} 有内容，超出了{MOST_ROWS}行、{MOST_COLUMNS}列"
            );
            return Err(Refusal::new(problem, far));
        }
        if self.cells.len() >= MOST_CELLS {
            let problem = format!("工作表“{}”超过{MOST_CELLS}个格子", self.name);
            return Err(Refusal::new(problem, far));
        }
        self.cells.insert(at, Cell { value, is_formula });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_called_as_sheets_call_them() {
        let named = [(0, 0), (6, 3), (0, 25), (0, 26), (1_048_575, 16_383)].map(place);
        assert_eq!(named, ["A1", "D7", "Z1", "AA1", "XFD1048576"]);
    }

    #[test]
    fn a_number_is_what_the_sheet_shows() {
        let shown = |number: f64| match Value::number(number) {
            Value::Number(number) => number.to_string(),
            other => panic!("{other:?}"),
        };
        assert_eq!(shown(0.1 + 0.2), "0.3");
        assert_eq!(shown(1200.0), "1200");
        assert_eq!(shown(3.25), "3.25");
        assert!(matches!(Value::number(f64::INFINITY), Value::Odd(_)));
    }
}
