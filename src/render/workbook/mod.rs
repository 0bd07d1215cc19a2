//! Workbooks: a view of sheets → the bytes of an `.xlsx` file, or of one `.csv` file a sheet.
//!
//! The same sheets give the same bytes. A text stays a text, whatever it begins with.

mod looks;
mod marked;
mod names;
mod separated;
mod sheet;
mod stamp;
mod tables;

use anyhow::{Context, Result};

pub use crate::render::workbook::marked::marked;
pub use crate::render::workbook::names::file_stem;
pub use crate::render::workbook::separated::csv;
pub use crate::render::workbook::tables::tables;

use crate::render::workbook::looks::Looks;
use crate::render::workbook::names::Names;
use crate::render::workbook::stamp::stamped;
use crate::view::workbook::Workbook;

/// Writes a workbook.
pub fn xlsx(workbook: &Workbook) -> Result<Vec<u8>> {
    write(workbook).context("写不成工作簿")
}

fn write(workbook: &Workbook) -> Result<Vec<u8>> {
    let mut file = stamped(&workbook.title)?;
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
