//! A record with the file it is in.

use std::sync::Arc;

use crate::model::dictionary::written::Span;

/// Number of a file in the list of files that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub u32);

impl Default for FileId {
    /// Placeholder for a record whose file has no number yet.
    fn default() -> FileId {
        FileId(u32::MAX)
    }
}

/// A record with its file. Two states of a book share the records that are equal.
#[derive(Debug, Default, PartialEq)]
pub struct Filed<T> {
    /// File.
    pub file: FileId,
    /// Path of the file inside the book's folder.
    pub path: String,
    /// Record.
    pub record: Arc<T>,
}

impl<T> Clone for Filed<T> {
    fn clone(&self) -> Filed<T> {
        Filed {
            file: self.file,
            path: self.path.clone(),
            record: Arc::clone(&self.record),
        }
    }
}

/// Returns the name of the file without folders and extension.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A reference or a clause in a file that could not be read completely, and so has no record to
/// visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Id of the word's shape, such as `unit-ref`.
    pub shape: &'static str,
    /// As written.
    pub text: String,
    /// File.
    pub file: FileId,
    /// Place in the file.
    pub span: Span,
}
