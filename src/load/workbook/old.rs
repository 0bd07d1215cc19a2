//! Workbooks of older programs: `.xls`, and what WPS saves as `.et`.

use std::io::Cursor;

use calamine::{Reader, SheetVisible, Xls, XlsError};

use crate::load::workbook::bounds::{Refusal, locked};
use crate::load::workbook::cell::Grid;
use crate::load::workbook::data::fill;

/// Reads every sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Grid>, Refusal> {
    let mut file: Xls<_> =
        Xls::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let sheets = file.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    for sheet in sheets {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Grid { name: sheet.name.clone(), is_hidden, ..Grid::default() };
        let range = file.worksheet_range(&sheet.name).map_err(|error| refusal(&error))?;
        fill(&mut grid, &range)?;
        if let Ok(areas) = file.merge_cells_by_sheet_name(&sheet.name) {
            grid.merged = areas.iter().map(|area| [area.start, area.end]).collect();
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn refusal(error: &XlsError) -> Refusal {
    if matches!(error, XlsError::Password) {
        return locked();
    }
    Refusal::new("这个旧格式的文件读不出来", "请在 WPS 里另存为 .xlsx")
}
