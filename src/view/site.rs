//! What is published of a book beside its pages, as view models.

use std::cell::LazyCell;
use std::sync::Arc;

use crate::view::document::Document;

/// A document that is made when a file is first made from it.
pub type LazyDocument<'a> = LazyCell<Document, Box<dyn FnOnce() -> Document + 'a>>;

/// The data for the files of an edition other than its pages.
#[derive(Debug)]
pub struct EditionFiles<'a> {
    /// Folder: the period.
    pub folder: String,
    /// The document, which a build without documents never makes.
    pub document: LazyDocument<'a>,
    /// The figures as other programs read them.
    pub figures: Vec<u8>,
}

/// A file that each edition has in its folder, as its page links to it.
#[derive(Clone, Copy, Debug)]
pub struct FileLink {
    /// Name, such as `bulletin.pdf`.
    pub name: &'static str,
    /// What the link says.
    pub title: &'static str,
}

/// A file whose bytes are final.
#[derive(Debug)]
pub struct FinishedFile {
    /// Path inside the book's folder.
    pub path: String,
    /// Content.
    pub bytes: Arc<[u8]>,
}
