//! Workbooks of older programs: `.xls`, and what WPS saves as `.et`.

use std::io::Cursor;

use calamine::{Data, Range, Reader, SheetVisible, Xls, XlsError};

use crate::load::workbook::bounds::{Refusal, locked};
use crate::load::workbook::cell::{Grid, Value};
use crate::load::workbook::sheets::{day, iso};

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

/// Puts the cells of a range into a grid.
pub(super) fn fill(grid: &mut Grid, range: &Range<Data>) -> Result<(), Refusal> {
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        let far = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let at = (top.saturating_add(far(row)), left.saturating_add(far(column)));
        grid.put(at, value(data), false)?;
    }
    Ok(())
}

fn value(value: &Data) -> Option<Value> {
    match value {
        Data::Empty => None,
        Data::Int(number) => Some(Value::Number((*number).into())),
        Data::Float(number) => Some(Value::number(*number)),
        Data::String(text) => Value::text(text),
        Data::Bool(truth) => {
            Some(Value::Text(if *truth { "是" } else { "否" }.to_owned()))
        }
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, date, ..) = time.to_ymd_hms_milli();
            Some(day(year.into(), month.into(), date.into()))
        }
        Data::DateTime(time) => Some(Value::Odd(time.as_f64().to_string())),
        Data::DateTimeIso(text) | Data::DurationIso(text) => Some(iso(text)),
        Data::Error(error) => Some(Value::Error(error.to_string())),
    }
}

fn refusal(error: &XlsError) -> Refusal {
    if matches!(error, XlsError::Password) {
        return locked();
    }
    Refusal::new("这个旧格式的文件读不出来", "请在 WPS 里另存为 .xlsx")
}
