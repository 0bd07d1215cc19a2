//! Workbooks with what is wrong with them, for who filled them in.

use std::path::Path;

use anyhow::Result;

use crate::cli::console::complain;
use crate::cli::data::Data;
use crate::cli::output::new_files::{NewFile, write_new};
use crate::diagnostic::Located;
use crate::intake::marked::marked;
use crate::intake::reading::Source;
use crate::render::workbook;

/// Writes each workbook of which there is something to say, with that at its cells.
pub(super) fn write(
    folder: &Path,
    data: &Data,
    (sources, findings): (&[Source], &[Located]),
) -> Result<()> {
    let mut files = Vec::new();
    for source in sources {
        let Some(marked) = marked(source, findings) else { continue };
        let stem = source.name.rsplit_once('.').map_or(&*source.name, |(stem, _)| stem);
        let path = format!("{stem}-标注.xlsx");
        files.push(NewFile { path, bytes: workbook::marked(&marked)? });
    }
    if files.is_empty() {
        return Ok(());
    }
    write_new(folder, &data.path(""), &files)?;
    let count = files.len();
    complain(&format!("写了{count}个标注的工作簿，在 {}\n", folder.display()));
    Ok(())
}
