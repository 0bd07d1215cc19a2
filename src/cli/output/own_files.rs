//! What in an output folder is ours, and the removal of nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::cli::output::folder::{Entry, FILES, MARK, PORTAL, SHELVES, entries};
use crate::cli::output::mark::Mark;
use crate::cli::output::refusal::{failure, not_ours};
use crate::load::source::files::is_left_behind;

/// Returns whether something beside the books is left alone: what git keeps, or what a file manager
/// left.
pub(super) fn is_passed_over(name: &str) -> bool {
    name.starts_with(".git") || is_left_behind(name)
}

/// Returns the paths of everything in an output folder that this program did not make.
pub(super) fn foreign_files(root: &Path) -> Result<Vec<String>> {
    let mark = Mark::read(&root.join(MARK).join("files"))?;
    let mut foreign = Vec::new();
    for Entry { name, path, kind } in entries(root)? {
        if name == MARK {
            foreign.extend(foreign_in_mark(&path)?);
        } else if kind.is_dir() && is_file(&path.join(MARK)) {
            foreign.extend(foreign_in_book(&path, &name)?);
        } else if !(is_passed_over(&name)
            || kind.is_file() && name == PORTAL && mark.names(PORTAL))
        {
            foreign.push(name);
        }
    }
    Ok(foreign)
}

fn foreign_in_mark(folder: &Path) -> Result<Vec<String>> {
    let mut foreign = Vec::new();
    for Entry { name, path, kind } in entries(folder)? {
        let shown = format!("{MARK}/{name}");
        if kind.is_dir() && SHELVES.contains(&name.as_str()) {
            foreign.extend(foreign_on_shelf(&path, &shown)?);
        } else if !(kind.is_file() && FILES.contains(&name.as_str())
            || is_left_behind(&name))
        {
            foreign.push(shown);
        }
    }
    Ok(foreign)
}

/// Returns what is foreign beside and in the books of a run that was cut off.
fn foreign_on_shelf(folder: &Path, shown: &str) -> Result<Vec<String>> {
    let mut foreign = Vec::new();
    for Entry { name, path, kind } in entries(folder)? {
        let shown = format!("{shown}/{name}");
        if kind.is_dir() {
            foreign.extend(foreign_in_book(&path, &shown)?);
        } else if !is_left_behind(&name) {
            foreign.push(shown);
        }
    }
    Ok(foreign)
}

fn foreign_in_book(folder: &Path, shown: &str) -> Result<Vec<String>> {
    let mark = Mark::read(&folder.join(MARK))?;
    let folders = folders(&mark);
    let mut foreign = Vec::new();
    for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let entry = entry.with_context(|| failure("读不出文件夹", folder))?;
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let path = path.to_string_lossy().replace('\\', "/");
        let is_ours = if entry.file_type().is_dir() {
            folders.contains(path.as_str())
        } else {
            let name = entry.file_name().to_string_lossy();
            let is_named = path == MARK || mark.names(&path);
            entry.file_type().is_file() && (is_named || is_left_behind(&name))
        };
        if !is_ours {
            foreign.push(format!("{shown}/{path}"));
        }
    }
    Ok(foreign)
}

/// Removes the files that the mark of a folder names, then the mark and the empty folders.
///
/// Fails if anything else is left, which stays.
pub(super) fn remove_marked(folder: &Path) -> Result<()> {
    let mark = Mark::read(&folder.join(MARK))?;
    for path in mark.paths() {
        remove_file(&folder.join(path))?;
    }
    let folders = folders(&mark);
    for inner in folders.into_iter().rev() {
        remove_empty(&folder.join(inner))?;
    }
    remove_file(&folder.join(MARK))?;
    remove_empty(folder)
}

/// Removes a folder that holds nothing but what a file manager left; there may be none.
pub(super) fn remove_empty(folder: &Path) -> Result<()> {
    for entry in entries(folder)? {
        if !is_left_behind(&entry.name) {
            return Err(not_ours(&entry.path));
        }
        remove_file(&entry.path)?;
    }
    match fs::remove_dir(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| failure("清不了", folder))
        }
        _ => Ok(()),
    }
}

fn remove_file(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| failure("清不了", path))
        }
        _ => Ok(()),
    }
}

/// Returns the folders in which the files of a mark lie, each after the one around it.
fn folders(mark: &Mark) -> BTreeSet<&str> {
    mark.paths()
        .flat_map(|path| path.match_indices('/').map(|(end, _)| &path[..end]))
        .collect()
}

fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|entry| entry.is_file())
}
