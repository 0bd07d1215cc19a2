//! What is asked for, and the file that comes of it.

use anyhow::Result;
use chrono::NaiveDate;

use crate::model::book::Book;

/// What is asked for.
pub(super) struct Asked<'a> {
    /// The book.
    pub(super) book: &'a Book,
    /// The words behind the kind.
    pub(super) words: &'a [String],
    /// Today.
    pub(super) today: NaiveDate,
    /// The paths of all files of the book, those that cannot be read among them.
    pub(super) paths: &'a [String],
    /// Reads a file of the book.
    pub(super) read: &'a dyn Fn(&str) -> Result<String>,
}

/// A file that is to be written.
pub(super) struct Draft {
    /// Path in the book.
    pub(super) path: String,
    /// The text.
    pub(super) text: String,
    /// What there is left to do, in sentences.
    pub(super) told: Vec<String>,
    /// The codes of findings that say the same.
    pub(super) left_open: &'static [&'static str],
}

impl Asked<'_> {
    /// Returns the ids of the records in a folder of the book, which are the names of their files.
    pub(super) fn ids_in(&self, folder: &str) -> Vec<&str> {
        let inside = |path: &&String| path.starts_with(&format!("{folder}/"));
        self.paths
            .iter()
            .filter(inside)
            .filter_map(|path| path.rsplit('/').next()?.strip_suffix(".yaml"))
            .collect()
    }
}

/// Returns the first line of a file, by which an editor knows its schema.
pub(super) fn schema_line(path: &str, kind: &str) -> String {
    let up = "../".repeat(path.split('/').count());
    format!("# yaml-language-server: $schema={up}schema/{kind}.json\n")
}
