//! Everything that is published of a book, as view models.

use std::sync::Arc;

use crate::view::document::Document;
use crate::view::page::Page;
use crate::view::portal::PortalBook;
use crate::view::search::Search;

/// Everything that is published of a book.
#[derive(Debug)]
pub struct Site {
    /// Pages, by their paths inside the book's folder.
    pub pages: Vec<Page>,
    /// The search over the pages.
    pub search: Search,
    /// Editions as documents and figures.
    pub editions: Vec<EditionFiles>,
    /// Files that are published as they are, such as the released ones.
    pub finished: Vec<FinishedFile>,
    /// The book on the portal.
    pub portal: PortalBook,
}

/// The data for the files of an edition other than its page.
#[derive(Debug)]
pub struct EditionFiles {
    /// Folder: the period.
    pub folder: String,
    /// The pages with all records of its traces.
    pub traces: Vec<Page>,
    /// The document.
    pub document: Document,
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
