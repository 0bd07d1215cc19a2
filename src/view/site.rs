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
    /// Its tables and charts as a paper of their own, where the book wants it.
    pub data: Option<LazyDocument<'a>>,
    /// The document as it was issued, where the book keeps it and the audience may see it.
    pub issued: Option<Arc<[u8]>>,
    /// The figures as other programs read them.
    pub figures: Vec<u8>,
}

/// What a file of an edition is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The document.
    Document,
    /// Its tables and charts.
    Data,
    /// The document as it was issued.
    Issued,
    /// The figures.
    Figures,
}

impl EditionFiles<'_> {
    /// Returns whether there is what a file is made from.
    pub fn has(&self, part: Part) -> bool {
        match part {
            Part::Document | Part::Figures => true,
            Part::Data => self.data.is_some(),
            Part::Issued => self.issued.is_some(),
        }
    }
}

/// A file that an edition has in its folder, as its page links to it.
#[derive(Clone, Copy, Debug)]
pub struct FileLink {
    /// Name, such as `bulletin.pdf`.
    pub name: &'static str,
    /// What the link says.
    pub title: &'static str,
    /// What it is made from.
    pub part: Part,
}

/// A file whose bytes are final.
#[derive(Debug)]
pub struct FinishedFile {
    /// Path inside the book's folder.
    pub path: String,
    /// Content.
    pub bytes: Arc<[u8]>,
}
