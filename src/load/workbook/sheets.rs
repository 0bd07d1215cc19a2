//! Workbooks of today's Excel and WPS, read cell by cell.

use std::io::Cursor;

use calamine::{Data, Reader, SheetVisible, Xlsx, XlsxError};

use crate::load::workbook::bounds::{Refusal, broken, locked};
use crate::load::workbook::cell::Grid;
use crate::load::workbook::data::value;
use crate::load::workbook::tags::{
    are_places, attribute, hidden_columns, hidden_rows, prefixed, tags,
};

/// The parts of a workbook.
type Parts = [(String, Vec<u8>)];

/// Reads every sheet.
pub(super) fn read(bytes: &[u8], parts: &Parts) -> Result<Vec<Grid>, Refusal> {
    let mut own = parts.iter().map(|(_, part)| String::from_utf8_lossy(part));
    if !own.all(|part| !part.contains("sheetData") || are_places(&part)) {
        return Err(broken());
    }
    let mut file: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let sheets = file.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    let lying = lying(parts).filter(|lying| lying.len() == sheets.len());
    for (sheet, part) in sheets.into_iter().zip(lying.ok_or_else(broken)?) {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Grid { name: sheet.name.clone(), is_hidden, ..Grid::default() };
        cells(&mut file, &mut grid)?;
        if let Ok(areas) = file.merge_cells_by_sheet_name(&sheet.name) {
            grid.merged = areas.iter().map(|area| [area.start, area.end]).collect();
        }
        grid.hidden_rows = hidden_rows(part);
        grid.hidden_columns = hidden_columns(part);
        grids.push(grid);
    }
    Ok(grids)
}

fn cells(file: &mut Xlsx<Cursor<&[u8]>>, grid: &mut Grid) -> Result<(), Refusal> {
    let name = grid.name.clone();
    let mut reader = match file.worksheet_cells_reader(&name) {
        Ok(reader) => reader,
        // A sheet of charts has no cells.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(refusal(&error)),
    };
    while let Some(cell) =
        reader.next_cell_with_formula().map_err(|error| refusal(&error))?
    {
        let is_formula = cell.formula.is_some();
        grid.put(cell.pos, value(&Data::from(cell.value)), is_formula)?;
    }
    Ok(())
}

/// Returns the parts that the sheets of a workbook lie in, in their order; `None` if one is not
/// found, as nobody could say then what of it is hidden.
fn lying(parts: &Parts) -> Option<Vec<&str>> {
    let part = |path: &str| {
        let (_, bytes) = parts.iter().find(|(own, _)| own == path)?;
        std::str::from_utf8(bytes).ok()
    };
    let links = part("xl/_rels/workbook.xml.rels")?;
    let of = |sheet: &str| {
        let id = prefixed(sheet, "id")?;
        let mut links = tags(links, "Relationship");
        let link = links.find(|tag| attribute(tag, "Id") == Some(id))?;
        let target = attribute(link, "Target")?;
        match target.strip_prefix('/') {
            Some(whole) => part(whole),
            None => part(&format!("xl/{target}")).or_else(|| part(target)),
        }
    };
    tags(part("xl/workbook.xml")?, "sheet").map(of).collect()
}

fn refusal(error: &XlsxError) -> Refusal {
    if matches!(error, XlsxError::Password) { locked() } else { broken() }
}
