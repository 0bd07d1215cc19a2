//! What the library reads of a cell → what it shows.

use calamine::{Data, Range};
use chrono::NaiveDate;

use crate::load::workbook::bounds::Refusal;
use crate::load::workbook::cell::{Grid, Value};

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

/// What a cell shows, of whatever kind the library says it is.
pub(super) fn value(value: &Data) -> Option<Value> {
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

/// A day by its parts.
fn day(year: i32, month: u32, day: u32) -> Value {
    let known = NaiveDate::from_ymd_opt(year, month, day);
    known.map_or_else(|| Value::Odd(format!("{year}-{month}-{day}")), Value::Day)
}

/// A day in the notation of open documents.
fn iso(text: &str) -> Value {
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
