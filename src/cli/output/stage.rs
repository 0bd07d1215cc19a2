//! Books made ready beside the old ones, none of which is touched until all are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::cli::output::book_files::BookFiles;
use crate::cli::output::folder::{MARK, PART, PLACE, entries};
use crate::cli::output::mark::Mark;
use crate::cli::output::own_files::{remove_empty, remove_marked};
use crate::cli::output::refusal::{edited, failure};
use crate::cli::output::staged_book::{StagedBook, is_edited};

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

    /// Starts to make a book ready.
    pub(in crate::cli) fn book(&mut self, id: &str) -> Result<StagedBook> {
        self.books.push(id.to_owned());
        StagedBook::new(id, self.root.join(id), self.folder().join(id))
    }

    /// Ends a book with its place on the portal; returns the number of its files without that.
    pub(in crate::cli) fn end(
        &mut self,
        book: StagedBook,
        place: &Value,
    ) -> Result<usize> {
        let place = serde_json::to_vec(place).context("写不出账本在首页上的内容")?;
        book.write(PLACE, &place)?;
        let ready = book.ready(&self.root.join(MARK).join(PART))?;
        self.edited.extend(ready.edited);
        Ok(ready.files - 1)
    }

    /// Looks for edits in a book that is to be removed.
    pub(super) fn look_for_edits(&mut self, id: &str) -> Result<()> {
        let book = self.root.join(id);
        let earlier = Mark::read(&book.join(MARK))?;
        for path in earlier.paths() {
            if is_edited(&book, path, &earlier)? {
                self.edited.push(format!("{id}/{path}"));
            }
        }
        Ok(())
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

    /// Removes every book that is ready, and what a run that was cut off had made ready.
    pub(super) fn clear(&self) -> Result<()> {
        for entry in entries(&self.folder())? {
            remove_marked(&entry.path)?;
        }
        remove_empty(&self.folder())
    }
}

impl Drop for Stage<'_> {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run, which says so if it cannot.
        let _ = self.clear();
    }
}
