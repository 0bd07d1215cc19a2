//! What a file says of itself: its title, and nothing of who made it or when.

use anyhow::Result;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as File};

/// The day that every workbook says it was made on, so that its bytes tell of its content alone.
const MADE: (u16, u8, u8) = (2000, 1, 1);

/// Begins a file.
pub(super) fn stamped(title: &str) -> Result<File> {
    let mut file = File::new();
    let made = ExcelDateTime::from_ymd(MADE.0, MADE.1, MADE.2)?;
    let properties = DocProperties::new().set_title(title);
    file.set_properties(&properties.set_creation_datetime(&made));
    Ok(file)
}
