//! What came in and what is wrong with it → the workbook as it goes back to who filled it in.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Located;
use crate::intake::reading::{At, Source};
use crate::load::workbook::{Grid, Value};
use crate::view::workbook::marked::{Doubt, Marked, MarkedSheet, Place};
use crate::view::workbook::{Content, SheetNumber};

/// Returns a workbook with what was found in it; `None` if nothing was.
pub fn marked(source: &Source, findings: &[Located]) -> Option<Marked> {
    let own = findings.iter().filter(|finding| is_about(finding, &source.name));
    let own: Vec<&Located> = own.collect();
    if own.is_empty() {
        return None;
    }
    let visible = source.grids.sheets.iter().filter(|grid| !grid.is_hidden);
    Some(Marked {
        sheets: visible.map(|grid| sheet(&source.name, grid, &own)).collect(),
        doubts: own.iter().map(|finding| doubt(finding)).collect(),
    })
}

/// Returns whether a finding is about a file, or about a place in it.
fn is_about(finding: &Located, name: &str) -> bool {
    let mut places = finding.places.iter().map(|place| place.path.as_str());
    places.any(|path| {
        path.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('!'))
    })
}

fn doubt(finding: &Located) -> Doubt {
    let place = finding.places.first().map_or("", |place| &place.path);
    Doubt {
        place: place.to_owned(),
        severity: finding.severity.label(),
        message: finding.message.clone(),
        help: finding.help.clone(),
    }
}

fn sheet(file: &str, grid: &Grid, findings: &[&Located]) -> MarkedSheet {
    let cells = grid.cells.iter();
    MarkedSheet {
        name: if grid.name.is_empty() { "表".to_owned() } else { grid.name.clone() },
        cells: cells.map(|(at, cell)| (*at, content(&cell.value))).collect(),
        merged: grid.merged.clone(),
        doubts: doubts(&At::sheet(file, &grid.name), grid, findings),
    }
}

/// What is wrong with the cells of a sheet; also with blank ones in rows that hold something.
fn doubts(sheet: &At, grid: &Grid, findings: &[&Located]) -> BTreeMap<Place, String> {
    let mut words: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for finding in findings {
        let told = [finding.message.as_str(), &finding.help];
        let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
        for place in &finding.places {
            words.entry(&place.path).or_default().push(told.join("；"));
        }
    }
    let rows: BTreeSet<u32> = grid.cells.keys().map(|(row, _)| *row).collect();
    let last = grid.cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
    let places = rows.into_iter().flat_map(|row| (0..=last).map(move |at| (row, at)));
    let told = places.filter_map(|at| {
        let told = words.get(sheet.cell(at).as_str())?;
        Some((at, told.join("\n")))
    });
    told.collect()
}

fn content(value: &Value) -> Content {
    match value {
        Value::Nothing => Content::Blank,
        Value::Number(number) => {
            let digits = number.to_string();
            SheetNumber::of(&digits, "").map_or(Content::Text(digits), Content::Number)
        }
        Value::Day(day) => Content::Day(*day),
        Value::Text(text) | Value::Odd(text) | Value::Error(text) => {
            Content::Text(text.clone())
        }
    }
}
