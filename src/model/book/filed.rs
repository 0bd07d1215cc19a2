//! A record with the file that it stands in.

use std::sync::Arc;

use crate::model::dictionary::written::Span;

/// Number of a file among those that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileId(pub u32);

impl Default for FileId {
    /// Stands for the number of a file that has none yet.
    fn default() -> FileId {
        FileId(u32::MAX)
    }
}

/// A record with the file it stands in; two states of a book share the records that are the same.
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

/// The name of a file without its folders and its ending, which tells what is in it.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A reference or a clause as it stands in a file whose record is not walked field by field.
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
