//! Workbooks of LibreOffice: `.ods`.

use std::io::Cursor;

use calamine::{Ods, OdsError, Reader, SheetVisible};

use crate::load::workbook::bounds::{MOST_CELLS, Refusal, broken, locked};
use crate::load::workbook::cell::Grid;
use crate::load::workbook::old::fill;
use crate::load::workbook::tags::{attribute, tags};

/// Reads every sheet, given the part that holds them all.
pub(super) fn read(bytes: &[u8], content: &[u8]) -> Result<Vec<Grid>, Refusal> {
    let content = std::str::from_utf8(content).map_err(|_| broken())?;
    bound(content)?;
    let mut file: Ods<_> =
        Ods::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let sheets = file.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    for sheet in sheets {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Grid { name: sheet.name.clone(), is_hidden, ..Grid::default() };
        let range = file.worksheet_range(&sheet.name).map_err(|error| refusal(&error))?;
        fill(&mut grid, &range)?;
        grids.push(grid);
    }
    Ok(grids)
}

/// Refuses sheets that say of a cell or a row that it stands there so often that a library which
/// writes them all out takes all memory.
fn bound(content: &str) -> Result<(), Refusal> {
    for table in content.split("<table:table ").skip(1) {
        let table = table.split("</table:table>").next().unwrap_or(table);
        let (mut rows, mut last, mut widest) = (0_u64, 0_u64, 0_u64);
        for row in table.split("<table:table-row").skip(1) {
            rows = rows.saturating_add(times(row, "table:number-rows-repeated"));
            let width = width(row);
            if width > 0 {
                last = rows;
            }
            widest = widest.max(width);
        }
        if last.saturating_mul(widest) > MOST_CELLS as u64 {
            return Err(Refusal::new(
                "有的工作表展开来太大",
                "只留要报的表，删去远处多出的内容，另存一份再试",
            ));
        }
    }
    Ok(())
}

/// How far a row reaches with cells that hold something.
fn width(row: &str) -> u64 {
    let (mut columns, mut width) = (0_u64, 0);
    for cell in tags(row, "table-cell") {
        columns = columns.saturating_add(times(cell, "table:number-columns-repeated"));
        let is_filled = !cell.ends_with('/') || cell.contains("office:value");
        if is_filled && !cell.is_empty() {
            width = columns;
        }
    }
    width
}

fn times(tag: &str, name: &str) -> u64 {
    let tag = tag.split_once('>').map_or(tag, |(tag, _)| tag);
    let times = attribute(tag, name).and_then(|times| times.parse().ok());
    times.unwrap_or(1)
}

fn refusal(error: &OdsError) -> Refusal {
    if matches!(error, OdsError::Password) { locked() } else { broken() }
}
