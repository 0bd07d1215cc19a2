//! What an output folder holds of ours: names, and what is directly in a folder.

use std::fs::{self, DirEntry, FileType};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::cli::output::refusal::failure;

/// Name of the mark: a folder in the output, a file in the folder of each book.
pub(super) const MARK: &str = ".tongbao";
/// Name of the file in a book's folder that holds its place on the portal.
pub(super) const PLACE: &str = ".portal.json";
/// Name of the page that lists the books.
pub(super) const PORTAL: &str = "index.html";
/// Name of a file that is written before it replaces another.
pub(super) const PART: &str = "part";
/// Files that the folder of the mark may hold.
pub(super) const FILES: [&str; 4] = ["audience", "files", "lock", PART];
/// Folders of books that the folder of the mark may hold.
pub(super) const SHELVES: [&str; 2] = ["retired", "staged"];

/// Something that is directly in a folder.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its name.
    pub(super) name: String,
    /// Where it is.
    pub(super) path: PathBuf,
    /// What it is; of a link, that it is one.
    pub(super) kind: FileType,
}

/// Returns what is directly in a folder, by name; nothing if there is no folder.
pub(super) fn entries(folder: &Path) -> Result<Vec<Entry>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.with_context(|| failure("读不出文件夹", folder))?,
    };
    let mut entries: Vec<Entry> = entries
        .map(|entry| entry.and_then(|entry| named(&entry)))
        .collect::<Result<_, _>>()
        .with_context(|| failure("读不出文件夹", folder))?;
    entries.sort_by(|left, right| left.name.cmp(&right.name));
    Ok(entries)
}

fn named(entry: &DirEntry) -> std::io::Result<Entry> {
    let name = entry.file_name().to_string_lossy().into_owned();
    Ok(Entry { name, path: entry.path(), kind: entry.file_type()? })
}
