//! The forms that units fill in.

use std::path::Path;

use anyhow::{Result, bail};

use crate::cli::console::Exit;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::output::new_files::{NewFile, hand_out};
use crate::cli::published::redacted;
use crate::intake::form::issue::{Issued, issued};
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::render::workbook::xlsx;

/// Writes the forms of a period, from what the audience may see of each book.
pub(super) fn run(
    arguments: &DataArguments,
    out: &Path,
    level: Level,
    (period, together): (&Period, bool),
) -> Result<Exit> {
    let data = Data::open_for(arguments, out)?;
    let findings = data.complain_of(&data.findings().reported);
    if block(&findings, false) {
        return Ok(Exit::Findings);
    }
    let mut files = Vec::new();
    for book in redacted(&data.loaded.books, level) {
        for Issued { unit, workbook } in issued(&book, period, together) {
            let name = unit.as_deref().unwrap_or("all");
            let path = format!("{}/{period}/{name}.xlsx", book.id);
            files.push(NewFile { path, bytes: xlsx(&workbook)? });
        }
    }
    if files.is_empty() {
        bail!("{period} 没有要填的表：没有方案管到这一期，或者方案没有要单位报的");
    }
    hand_out(out, &data, &files)
}
