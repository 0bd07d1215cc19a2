//! The pages of a book and the files of its editions, each drawn by itself.

use anyhow::Result;
use serde_json::Value;

use crate::render::OutputFile;
use crate::render::drawings::drawings;
use crate::render::files::{EditionFile, Format, Makers, SourcesDigest, digest};
use crate::render::html::Pages;
use crate::render::svg;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::page::Page;
use crate::view::portal::{Portal, PortalBook};
use crate::view::search::Search;
use crate::view::site::{EditionFiles, FileLink, Marks};

/// Everything that turns view models into files, made once for all books.
pub struct Renderer {
    pages: Pages,
    /// A digest of all that pages have of the theme and their audience.
    dress: SourcesDigest,
    makers: Makers,
    formats: Vec<&'static Format>,
}

impl Renderer {
    /// Sets up templates and faces of a theme; each page bears the marks.
    pub fn new(
        theme: Theme,
        marks: Marks,
        formats: Vec<&'static Format>,
    ) -> Result<Renderer> {
        let own = theme.own_files().flat_map(|(path, bytes)| [path.as_bytes(), bytes]);
        let dress = digest(marks.all().map(str::as_bytes).into_iter().chain(own));
        let drawn_by = theme.clone();
        let spark = move |spark: &_| svg::spark(spark, &drawn_by);
        let pages = Pages::new(&theme, marks, spark)?;
        Ok(Renderer { pages, dress, makers: Makers::new(theme), formats })
    }

    /// Returns the links to the files of an edition.
    pub fn file_links(&self) -> Vec<FileLink> {
        self.formats.iter().map(|format| format.link).collect()
    }

    /// Returns a digest of all that a page is made from but the program, given its path and all but
    /// the theme: from the same, it comes out the same.
    pub fn page_sources(&self, path: &str, sources: &[u8]) -> SourcesDigest {
        digest([&self.dress, path.as_bytes(), sources])
    }

    /// A page.
    pub fn page(&self, page: &Page) -> Result<OutputFile> {
        let variants = [Variant::Web, Variant::Phone];
        let drawings = drawings(page.drawn_charts(), &variants, &self.makers.theme);
        Ok(file(&page.path, self.pages.page(page, &drawings)?))
    }

    /// The page that searches a book, and the files beside it that hold its entries.
    pub fn search(&self, search: &Search) -> Result<Vec<OutputFile>> {
        self.pages.search(search)
    }

    /// The style sheet and the script that the pages of a book share.
    pub fn shared(&self) -> impl Iterator<Item = OutputFile> {
        self.pages.shared().into_iter().map(|(name, bytes)| file(name, bytes))
    }

    /// The files of an edition other than its pages.
    pub fn edition<'a, 's>(
        &'a self,
        edition: &'a EditionFiles<'s>,
    ) -> impl Iterator<Item = EditionFile<'a, 's>> {
        let file =
            |format: &&'static Format| EditionFile::new(format, &self.makers, edition);
        self.formats.iter().filter(|format| edition.has(format.link.part)).map(file)
    }

    /// The place of a book on the portal, as the portal takes it.
    pub fn place(&self, book: &PortalBook) -> Result<Value> {
        self.pages.place(book)
    }

    /// The page that lists the books.
    pub fn portal(&self, portal: &Portal, books: &[Value]) -> Result<Vec<u8>> {
        self.pages.portal(portal, books)
    }
}

fn file(path: &str, bytes: Vec<u8>) -> OutputFile {
    OutputFile { path: path.to_owned(), bytes }
}
