//! What an output folder holds of ours: names, and what is directly in a folder.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};

use crate::cli::output::refusal::failure;

/// Name of the mark: a folder in the output, a file in the folder of each book.
pub(super) const MARK: &str = ".tongbao";
/// Name of the file in a book's folder that holds its place on the portal.
pub(super) const PLACE: &str = ".portal.json";
/// Name of the page that lists the books.
pub(super) const PORTAL: &str = "index.html";
/// What the folder of the mark may hold.
pub(super) const CONTENTS: [&str; 6] =
    ["audience", "files", "lock", "part", "retired", "staged"];

/// Returns what is directly in a folder; nothing if there is no folder.
pub(super) fn entries(folder: &Path) -> Result<Vec<fs::DirEntry>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.with_context(|| failure("读不出文件夹", folder))?,
    };
    let mut entries: Vec<_> = entries
        .collect::<Result<_, _>>()
        .with_context(|| failure("读不出文件夹", folder))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    Ok(entries)
}
