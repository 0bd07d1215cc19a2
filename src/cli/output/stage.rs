//! Books made ready beside the old ones, none of which is touched until all are.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::cli::output::folder::{MARK, PLACE, entries};
use crate::cli::output::mark::{Mark, is_inside, line};
use crate::cli::output::own_files::{remove_empty, remove_marked};
use crate::cli::output::refusal::{edited, failure};
use crate::load::source::digest::sha256;
use crate::render::OutputFile;

/// The books of one run that are ready; those that do not take their places are removed.
#[derive(Debug)]
pub(in crate::cli) struct Stage<'a> {
    root: &'a Path,
    books: Vec<String>,
    /// Files of the old books that somebody has edited.
    edited: Vec<String>,
}

impl<'a> Stage<'a> {
    pub(super) fn new(root: &'a Path) -> Stage<'a> {
        Stage { root, books: Vec::new(), edited: Vec::new() }
    }

    /// Makes a book ready: its files, and its place on the portal.
    ///
    /// The mark names each file before it is written, so that whatever a crash leaves behind is
    /// known as ours.
    pub(in crate::cli) fn book(
        &mut self,
        id: &str,
        files: &[OutputFile],
        place: &Value,
    ) -> Result<()> {
        let (old, new) = (self.root.join(id), self.folder().join(id));
        fs::create_dir_all(&new).with_context(|| failure("建不了文件夹", &new))?;
        self.books.push(id.to_owned());
        let mut mark =
            File::create(new.join(MARK)).with_context(|| failure("写不了", &new))?;
        let earlier = Mark::read(&old.join(MARK))?;
        let place = serde_json::to_vec(place).context("写不出账本在首页上的内容")?;
        let files = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
        let mut paths = BTreeSet::new();
        for (path, bytes) in files.chain([(PLACE, place.as_slice())]) {
            if !paths.insert(path) || !is_inside(path) {
                bail!("生成的文件路径不对：{path}");
            }
            mark.write_all(line(&sha256(bytes), path).as_bytes())
                .with_context(|| failure("写不了", &new))?;
            if !self.is_carried_over(&old.join(path), &new.join(path), bytes)? {
                self.note_edit(id, path, &earlier)?;
                fs::write(new.join(path), bytes)
                    .with_context(|| failure("写不了", &new.join(path)))?;
            }
        }
        let mut gone = earlier.paths().filter(|path| !paths.contains(path));
        gone.try_for_each(|path| self.note_edit(id, path, &earlier))?;
        keep_date(&old.join(MARK), &new.join(MARK), &mark)
    }

    /// Looks for edits in a book that is to be removed.
    pub(super) fn look_for_edits(&mut self, id: &str) -> Result<()> {
        let earlier = Mark::read(&self.root.join(id).join(MARK))?;
        earlier.paths().try_for_each(|path| self.note_edit(id, path, &earlier))
    }

    /// Takes a book out of its place in one step; it is removed with the stage.
    pub(super) fn take_down(&self, id: &str) -> Result<()> {
        let (old, aside) = (self.root.join(id), self.folder().join(id));
        fs::create_dir_all(self.folder())
            .and_then(|()| fs::rename(&old, aside))
            .with_context(|| failure("移不开旧的", &old))
    }

    /// Returns the ids of the books, if no edit of anybody is lost when they take their places.
    pub(super) fn ready(&self, typed: &Path) -> Result<&[String]> {
        if self.edited.is_empty() {
            Ok(&self.books)
        } else {
            Err(edited(typed, &self.edited))
        }
    }

    fn folder(&self) -> PathBuf {
        self.root.join(MARK).join("staged")
    }

    /// Carries a file that did not change over as it is, with its old date.
    fn is_carried_over(&self, old: &Path, new: &Path, bytes: &[u8]) -> Result<bool> {
        if let Some(folder) = new.parent() {
            fs::create_dir_all(folder)
                .with_context(|| failure("建不了文件夹", folder))?;
        }
        let is_unchanged = fs::read(old).is_ok_and(|present| present == bytes);
        Ok(is_unchanged && fs::hard_link(old, new).is_ok())
    }

    /// Notes a file whose bytes are not those that were made.
    fn note_edit(&mut self, id: &str, path: &str, mark: &Mark) -> Result<()> {
        let file = self.root.join(id).join(path);
        match fs::read(&file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            bytes => {
                let bytes = bytes.with_context(|| failure("读不出", &file))?;
                if !mark.is_made(path, &bytes) {
                    self.edited.push(format!("{id}/{path}"));
                }
            }
        }
        Ok(())
    }

    /// Removes every book that is ready, and what a run that was cut off had made ready.
    pub(super) fn clear(&self) -> Result<()> {
        for entry in entries(&self.folder())? {
            remove_marked(&entry.path)?;
        }
        remove_empty(&self.folder())
    }
}

/// Gives a mark that did not change its old date, so that an unchanged book has no new file.
fn keep_date(old: &Path, new: &Path, mark: &File) -> Result<()> {
    let is_unchanged =
        fs::read(old).is_ok_and(|old| fs::read(new).is_ok_and(|new| old == new));
    let date = fs::metadata(old).and_then(|old| old.modified());
    match date {
        Ok(date) if is_unchanged => {
            mark.set_modified(date).with_context(|| failure("写不了", new))
        }
        _ => Ok(()),
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run, which says so if it cannot.
        let _ = self.clear();
    }
}
