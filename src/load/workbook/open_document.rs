//! Workbooks of LibreOffice: `.ods`.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::ops::Range;

use calamine::{Ods, OdsError, Reader, SheetVisible};

use crate::load::workbook::bounds::{
    MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, Refusal, broken, locked,
};
use crate::load::workbook::cell::Grid;
use crate::load::workbook::data::fill;
use crate::load::workbook::tags::{named, prefixed};

/// Reads every sheet, given the part that holds them all.
pub(super) fn read(bytes: &[u8], content: &[u8]) -> Result<Vec<Grid>, Refusal> {
    let content = std::str::from_utf8(content).map_err(|_| broken())?;
    let tables = tables(content);
    bound(&tables)?;
    let mut file: Ods<_> =
        Ods::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let sheets = file.sheets_metadata().to_vec();
    if sheets.len() != tables.len() {
        return Err(broken());
    }
    let mut grids = Vec::new();
    for (sheet, table) in sheets.into_iter().zip(tables) {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Grid { name: sheet.name.clone(), is_hidden, ..Grid::default() };
        let range = file.worksheet_range(&sheet.name).map_err(|error| refusal(&error))?;
        fill(&mut grid, &range)?;
        (grid.hidden_rows, grid.hidden_columns) =
            (table.hidden_rows, table.hidden_columns);
        grids.push(grid);
    }
    Ok(grids)
}

/// What the content says of a table.
#[derive(Default)]
struct Table {
    /// Rows so far, and up to the last that holds something.
    rows: u64,
    last: u64,
    /// Columns of the row so far, that the table declares so far, and of the widest row up to its
    /// last cell that holds something.
    columns: u64,
    declared: u64,
    widest: u64,
    hidden_rows: BTreeSet<u32>,
    hidden_columns: BTreeSet<u32>,
}

impl Table {
    /// Takes the next tag, by its name and all after it.
    fn take(&mut self, name: &str, tag: &str) {
        match name {
            "table-column" => {
                let end =
                    self.declared.saturating_add(times(tag, "number-columns-repeated"));
                if is_hidden(tag) {
                    self.hidden_columns.extend(span(self.declared, end, MOST_COLUMNS));
                }
                self.declared = end;
            }
            "table-row" => {
                let end = self.rows.saturating_add(times(tag, "number-rows-repeated"));
                if is_hidden(tag) {
                    self.hidden_rows.extend(span(self.rows, end, MOST_ROWS));
                }
                (self.rows, self.columns) = (end, 0);
            }
            "table-cell" | "covered-table-cell" => {
                let times = times(tag, "number-columns-repeated");
                self.columns = self.columns.saturating_add(times);
                if !tag.ends_with('/') || tag.contains("value") {
                    self.widest = self.widest.max(self.columns);
                    self.last = self.rows;
                }
            }
            _ => {}
        }
    }
}

/// Returns what the content says of each table.
fn tables(content: &str) -> Vec<Table> {
    let mut tables = Vec::new();
    for (name, tag) in named(content) {
        if name == "table" {
            tables.push(Table::default());
        } else if let Some(table) = tables.last_mut() {
            table.take(name, tag);
        }
    }
    tables
}

/// Refuses sheets that say of a cell or a row that it stands there so often that a library which
/// writes them all out takes all memory.
fn bound(tables: &[Table]) -> Result<(), Refusal> {
    let cells = tables.iter().map(|table| table.last.saturating_mul(table.widest));
    let cells = cells.fold(0_u64, u64::saturating_add);
    if cells > MOST_CELLS as u64 || tables.len() > MOST_SHEETS {
        return Err(Refusal::new(
            "工作表太多，或者有的展开来太大",
            "只留要报的表，删去远处多出的内容，另存一份再试",
        ));
    }
    Ok(())
}

fn is_hidden(tag: &str) -> bool {
    prefixed(tag, "visibility").is_some_and(|word| matches!(word, "collapse" | "filter"))
}

fn times(tag: &str, name: &str) -> u64 {
    prefixed(tag, name).and_then(|times| times.parse().ok()).unwrap_or(1)
}

/// The positions from one to before another, as far as a sheet of records may reach.
fn span(from: u64, to: u64, most: u32) -> Range<u32> {
    let at = |position: u64| u32::try_from(position).unwrap_or(most).min(most);
    at(from)..at(to)
}

fn refusal(error: &OdsError) -> Refusal {
    if matches!(error, OdsError::Password) { locked() } else { broken() }
}
