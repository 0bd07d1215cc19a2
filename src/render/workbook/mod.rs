//! Workbooks: a view of sheets → the bytes of an `.xlsx` file, or of one `.csv` file a sheet.
//!
//! The same sheets give the same bytes. A text stays a text, whatever it begins with.

mod looks;
mod names;
mod separated;
mod sheet;
mod tables;

use anyhow::{Context, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as File};

pub use crate::render::workbook::names::file_stem;
pub use crate::render::workbook::separated::csv;
pub use crate::render::workbook::tables::tables;

use crate::render::workbook::looks::Looks;
use crate::render::workbook::names::Names;
use crate::view::workbook::Workbook;

/// The day that every workbook says it was made on, so that its bytes tell of its content alone.
const MADE: (u16, u8, u8) = (2000, 1, 1);

/// Writes a workbook.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>> {
    write(workbook).context("写不成工作簿")
}

fn write(workbook: &Workbook) -> Result<Vec<u8>> {
    let mut file = File::new();
    let made = ExcelDateTime::from_ymd(MADE.0, MADE.1, MADE.2)?;
    let properties = DocProperties::new().set_title(&workbook.title);
    file.set_properties(&properties.set_creation_datetime(&made));
    let (looks, mut names) = (Looks::new(), Names::default());
    let mut lists = sheet::Lists::default();
    for own in &workbook.sheets {
        let page = file.add_worksheet();
        page.set_name(names.free(&own.name))?;
        sheet::write(page, own, &looks, &mut lists)?;
    }
    lists.write(&mut file, &mut names)?;
    Ok(file.save_to_buffer()?)
}
