//! What stands of a book beside its pages, as view models.

use std::cell::LazyCell;
use std::fmt;
use std::sync::Arc;

use crate::view::document::Document;

/// What is made when a file is first made from it.
pub type Lazy<'a, T> = LazyCell<T, Box<dyn FnOnce() -> T + 'a>>;

/// The data for the files of an edition other than its pages.
pub struct EditionFiles<'a> {
    /// Folder: the period.
    pub folder: String,
    /// What there is of it.
    pub parts: Vec<Part>,
    /// The document, which a build without documents never makes.
    pub document: Lazy<'a, Document>,
    /// Its tables and charts as a paper of their own.
    pub data: Lazy<'a, Document>,
    /// The document as it was issued, where the book keeps it and the audience may see it.
    pub issued: Option<Arc<[u8]>>,
    /// Its one page for leaders.
    pub brief: Lazy<'a, Document>,
    /// Its message to a group of colleagues.
    pub message: Lazy<'a, String>,
    /// The figures as other programs read them; none where they are no results.
    pub figures: Option<Vec<u8>>,
}

/// What a file of an edition is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The document.
    Document,
    /// The document once more, to be edited.
    Word,
    /// Its tables and charts.
    Data,
    /// The document as it was issued.
    Issued,
    /// The tables of both as a workbook.
    Tables,
    /// The page for leaders.
    Brief,
    /// The message.
    Message,
    /// The figures.
    Figures,
}

impl Part {
    /// Everything that may be there of an edition.
    pub const ALL: [Part; 8] = [
        Part::Document,
        Part::Word,
        Part::Data,
        Part::Issued,
        Part::Tables,
        Part::Brief,
        Part::Message,
        Part::Figures,
    ];
}

impl EditionFiles<'_> {
    /// Returns the document and what goes beside it.
    pub fn papers(&self) -> impl Iterator<Item = &Document> {
        let data = self.has(Part::Data).then(|| &*self.data);
        [&*self.document].into_iter().chain(data)
    }

    /// Returns whether there is what a file is made from.
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}

impl fmt::Debug for EditionFiles<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "EditionFiles({} {:?})", self.folder, self.parts)
    }
}

/// What every page of a build bears.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// For whom it is; empty for the public.
    pub audience: &'static str,
    /// A word across the page; empty for none.
    pub watermark: &'static str,
}

impl Marks {
    /// Returns all that is printed.
    pub fn all(self) -> [&'static str; 2] {
        [self.audience, self.watermark]
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
