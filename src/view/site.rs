//! Everything that is published of a book, as view models.

use crate::results::figures_file::FiguresFile;
use crate::view::document::Document;
use crate::view::page::Page;
use crate::view::portal::PortalBook;
use crate::view::search::Search;
use std::sync::Arc;

/// Everything that is published of a book.
#[derive(Debug)]
pub struct Site {
    /// Pages, by their paths inside the book's folder.
    pub pages: Vec<Page>,
    /// The search over the pages.
    pub search: Search,
    /// Editions as documents and figures.
    pub editions: Vec<EditionFiles>,
    /// The book on the portal.
    pub portal: PortalBook,
}

/// The files of an edition beside its page.
#[derive(Debug)]
pub struct EditionFiles {
    /// Folder: the period.
    pub folder: String,
    /// The pages with all records of its traces.
    pub traces: Vec<Page>,
    /// The document.
    pub document: Document,
    /// The figures.
    pub figures: FiguresFile,
    /// The released file, where the edition is released.
    pub released: Option<Arc<[u8]>>,
}
