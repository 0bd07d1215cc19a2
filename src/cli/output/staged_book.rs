//! A book that is made ready beside the old one, file by file, by any thread.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, bail};

use crate::cli::output::book_files::BookFiles;
use crate::cli::output::folder::MARK;
use crate::cli::output::mark::{Mark, is_inside, line};
use crate::cli::output::refusal::failure;
use crate::load::source::digest::sha256;

/// A book that is made ready.
#[derive(Debug)]
pub(in crate::cli) struct StagedBook {
    id: String,
    /// Folder of the old book, which there may not be.
    old: PathBuf,
    new: PathBuf,
    /// Mark of the old book.
    earlier: Mark,
    written: Mutex<Written>,
}

/// What is written of a book.
#[derive(Debug)]
struct Written {
    /// The mark as it grows, a line for each file.
    lines: File,
    mark: Mark,
    folders: BTreeSet<PathBuf>,
    /// Files of the old book that somebody has edited.
    edited: Vec<String>,
}

/// A book that is ready.
#[derive(Debug)]
pub(super) struct Ready {
    /// Number of its files.
    pub(super) files: usize,
    /// Files of the old book that somebody has edited, in their order.
    pub(super) edited: Vec<String>,
}

impl StagedBook {
    /// Starts a book in a folder that holds nothing yet.
    pub(super) fn new(id: &str, old: PathBuf, new: PathBuf) -> Result<StagedBook> {
        fs::create_dir_all(&new).with_context(|| failure("建不了文件夹", &new))?;
        let lines =
            File::create(new.join(MARK)).with_context(|| failure("写不了", &new))?;
        let earlier = Mark::read(&old.join(MARK))?;
        let written = Mutex::new(Written {
            lines,
            mark: Mark::default(),
            folders: BTreeSet::new(),
            edited: Vec::new(),
        });
        Ok(StagedBook { id: id.to_owned(), old, new, earlier, written })
    }

    /// Puts a file of the old book, which has these bytes, into the new one too.
    fn carry(&self, path: &str, bytes: &[u8]) -> Result<()> {
        match fs::hard_link(self.old.join(path), self.new.join(path)) {
            Ok(()) => Ok(()),
            Err(_) => self.put(path, bytes),
        }
    }

    fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        let new = self.new.join(path);
        fs::write(&new, bytes).with_context(|| failure("写不了", &new))
    }

    /// Names a file in the mark, and makes the folder in which it is to lie.
    fn announce(&self, path: &str, digest: String) -> Result<()> {
        let mut written = self.written();
        if written.mark.names(path) || !is_inside(path) {
            bail!("生成的文件路径不对：{path}");
        }
        (written.lines.write_all(line(&digest, path).as_bytes()))
            .with_context(|| failure("写不了", &self.new))?;
        written.mark.add(path, digest);
        let file = self.new.join(path);
        if let Some(folder) = file.parent()
            && written.folders.insert(folder.to_owned())
        {
            fs::create_dir_all(folder)
                .with_context(|| failure("建不了文件夹", folder))?;
        }
        Ok(())
    }

    /// Ends the book: its mark takes the order of the paths, whatever thread was first.
    pub(super) fn ready(self, part: &Path) -> Result<Ready> {
        let written = self.written.into_inner().unwrap_or_else(PoisonError::into_inner);
        let Written { lines, mark, mut edited, .. } = written;
        // A file that is open cannot be replaced everywhere.
        drop(lines);
        let new = self.new.join(MARK);
        fs::write(part, mark.text())
            .and_then(|()| fs::rename(part, &new))
            .with_context(|| failure("写不了", &new))?;
        keep_date(&self.old.join(MARK), &new)?;
        for path in self.earlier.paths().filter(|path| !mark.names(path)) {
            if is_edited(&self.old, path, &self.earlier)? {
                edited.push(format!("{}/{path}", self.id));
            }
        }
        edited.sort();
        Ok(Ready { files: mark.paths().count(), edited })
    }

    fn written(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The mark names each file before it is written, so that whatever a crash leaves behind is known as
/// ours.
impl BookFiles for StagedBook {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.write_with(path, bytes, sha256(bytes))
    }

    fn write_with(&self, path: &str, bytes: &[u8], digest: String) -> Result<()> {
        self.announce(path, digest)?;
        match present(&self.old.join(path))? {
            // What did not change is carried over as it is, with its old date.
            Some(present) if present == bytes => return self.carry(path, bytes),
            Some(present) if !self.earlier.is_made(path, &present) => {
                self.written().edited.push(format!("{}/{path}", self.id));
            }
            _ => {}
        }
        self.put(path, bytes)
    }

    fn take_over(&self, path: &str, digest: &str) -> Result<bool> {
        if !self.earlier.has(path, digest) {
            return Ok(false);
        }
        match fs::read(self.old.join(path)) {
            Ok(bytes) if sha256(&bytes) == digest => {
                self.announce(path, digest.to_owned())?;
                self.carry(path, &bytes)?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }
}

/// Returns whether the bytes of a file of a book are not those that were made.
pub(super) fn is_edited(book: &Path, path: &str, mark: &Mark) -> Result<bool> {
    Ok(present(&book.join(path))?.is_some_and(|bytes| !mark.is_made(path, &bytes)))
}

/// Returns the bytes of a file; `None` if there is none.
fn present(file: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        bytes => Ok(Some(bytes.with_context(|| failure("读不出", file))?)),
    }
}

/// Gives a mark that did not change its old date, so that an unchanged book has no new file.
fn keep_date(old: &Path, new: &Path) -> Result<()> {
    let is_unchanged =
        fs::read(old).is_ok_and(|old| fs::read(new).is_ok_and(|new| old == new));
    let date = fs::metadata(old).and_then(|old| old.modified());
    match date {
        Ok(date) if is_unchanged => (File::options().write(true).open(new))
            .and_then(|mark| mark.set_modified(date))
            .with_context(|| failure("写不了", new)),
        _ => Ok(()),
    }
}
