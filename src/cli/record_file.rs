//! Writes records into the data, each in whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A written record that is ready to be put in place.
#[derive(Debug)]
pub(super) struct Prepared {
    /// The file with its bytes, whose name is not one of a record.
    ready: PathBuf,
    target: PathBuf,
}

/// Writes a record to a file beside its place.
pub(super) fn prepare(target: &Path, bytes: &[u8]) -> Result<Prepared> {
    let (mut file, prepared) = begin(target)?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .with_context(|| failure(&prepared.ready))?;
    Ok(prepared)
}

/// Opens a file beside the place of another, which is put there once it is written.
pub(super) fn begin(target: &Path) -> Result<(File, Prepared)> {
    let folder = target.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| failure(folder))?;
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let ready = folder.join(format!(".{name}.part"));
    // A run that was cut off may have left one; a commit may hold a link there, which is no way to
    // another file.
    let _ = fs::remove_file(&ready);
    let file = File::create_new(&ready).with_context(|| failure(&ready))?;
    Ok((file, Prepared { ready, target: target.to_owned() }))
}

/// Takes a record away.
pub(super) fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("删不了“{}”", path.display()))
}

impl Prepared {
    /// Puts the record in place in one step.
    pub(super) fn place(self) -> Result<()> {
        fs::rename(&self.ready, &self.target).with_context(|| failure(&self.target))
    }
}

fn failure(path: &Path) -> String {
    format!("写不了“{}”", path.display())
}
