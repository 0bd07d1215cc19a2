//! Workbooks of today's Excel and WPS, read cell by cell.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveDate;

use crate::load::workbook::bounds::{Refusal, broken, locked};
use crate::load::workbook::cell::{Grid, Value};
use crate::load::workbook::tags::{are_places, attribute, hidden_rows, tags};

/// The parts of a workbook.
type Parts = [(String, Vec<u8>)];

/// Reads every sheet.
pub(super) fn read(bytes: &[u8], parts: &Parts) -> Result<Vec<Grid>, Refusal> {
    let mut sheets = parts.iter().filter(|(path, _)| path.contains("worksheets/"));
    if !sheets.all(|(_, sheet)| are_places(&String::from_utf8_lossy(sheet))) {
        return Err(broken());
    }
    let mut file: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|error| refusal(&error))?;
    let sheets = file.sheets_metadata().to_vec();
    let mut grids = Vec::new();
    for sheet in sheets {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = Grid { name: sheet.name.clone(), is_hidden, ..Grid::default() };
        cells(&mut file, &mut grid)?;
        if let Ok(areas) = file.merge_cells_by_sheet_name(&sheet.name) {
            grid.merged = areas.iter().map(|area| [area.start, area.end]).collect();
        }
        grid.hidden_rows =
            part_of(parts, &sheet.name).map(hidden_rows).unwrap_or_default();
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
        grid.put(cell.pos, value(&cell.value), cell.formula.is_some())?;
    }
    Ok(())
}

fn value(value: &DataRef) -> Option<Value> {
    match value {
        DataRef::Empty => None,
        DataRef::Int(number) => Some(Value::Number((*number).into())),
        DataRef::Float(number) => Some(Value::number(*number)),
        DataRef::String(text) => Value::text(text),
        DataRef::SharedString(text) => Value::text(text),
        DataRef::Bool(truth) => {
            Some(Value::Text(if *truth { "是" } else { "否" }.to_owned()))
        }
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, ..) = time.to_ymd_hms_milli();
            Some(self::day(year.into(), month.into(), day.into()))
        }
        DataRef::DateTime(time) => Some(Value::Odd(time.as_f64().to_string())),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Some(iso(text)),
        DataRef::Error(error) => Some(Value::Error(error.to_string())),
    }
}

/// A day by its parts.
pub(super) fn day(year: i32, month: u32, day: u32) -> Value {
    let known = NaiveDate::from_ymd_opt(year, month, day);
    known.map_or_else(|| Value::Odd(format!("{year}-{month}-{day}")), Value::Day)
}

/// A day in the notation of open documents.
pub(super) fn iso(text: &str) -> Value {
    let parts: Option<Vec<u32>> = (text.get(..10).unwrap_or_default().split('-'))
        .map(|part| part.parse().ok())
        .collect();
    match parts.as_deref() {
        Some([year, month, date]) => match i32::try_from(*year) {
            Ok(year) => day(year, *month, *date),
            Err(_) => Value::Odd(text.to_owned()),
        },
        _ => Value::Odd(text.to_owned()),
    }
}

/// Returns the part of a workbook that a sheet lies in.
fn part_of<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    let part = |path: &str| {
        let (_, bytes) = parts.iter().find(|(own, _)| own == path)?;
        std::str::from_utf8(bytes).ok()
    };
    let mut sheets = tags(part("xl/workbook.xml")?, "sheet");
    let sheet = sheets.find(|tag| attribute(tag, "name") == Some(name))?;
    let id = attribute(sheet, "r:id")?;
    let mut links = tags(part("xl/_rels/workbook.xml.rels")?, "Relationship");
    let link = links.find(|tag| attribute(tag, "Id") == Some(id))?;
    let target = attribute(link, "Target")?;
    match target.strip_prefix('/') {
        Some(whole) => part(whole),
        None => part(&format!("xl/{target}")),
    }
}

fn refusal(error: &XlsxError) -> Refusal {
    if matches!(error, XlsxError::Password) { locked() } else { broken() }
}
