//! What becomes of the files of a book.

use std::collections::BTreeMap;

use crate::diagnostic::Located;
use crate::load::splice::Edit;

/// What becomes of a file.
#[derive(Debug, Default)]
pub struct FileEdits {
    /// The text that it begins with if it is new.
    pub start: Option<String>,
    /// The edits, in order.
    pub edits: Vec<Edit>,
}

/// What becomes of the files of a book.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files by their paths in the book.
    pub files: BTreeMap<String, FileEdits>,
    /// What cannot be taken as it stands, and what was passed over.
    pub findings: Vec<Located>,
    /// How many entries are new, and how many values differ from those that were known.
    pub counts: [usize; 2],
}
