//! The site of a book as files: its pages, and the files of its editions.

use anyhow::Result;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::Value;

use crate::render::OutputFile;
use crate::render::drawings::drawings;
use crate::render::files::{Format, Makers};
use crate::render::html::Pages;
use crate::render::svg;
use crate::render::svg::variant::Variant;
use crate::theme::Theme;
use crate::view::page::Page;
use crate::view::portal::{Portal, PortalBook};
use crate::view::site::{EditionFiles, FileLink, FinishedFile, Site};

/// Everything that turns view models into files, made once for all books.
pub struct Renderer {
    pages: Pages,
    makers: Makers,
    formats: Vec<&'static Format>,
}

impl Renderer {
    /// Sets up templates and faces of a theme; each page bears the mark of its audience.
    pub fn new(
        theme: Theme,
        audience: &str,
        formats: Vec<&'static Format>,
    ) -> Result<Renderer> {
        let drawn_by = theme.clone();
        let spark = move |spark: &_| svg::spark(spark, &drawn_by);
        let pages = Pages::new(&theme, audience, spark)?;
        Ok(Renderer { pages, makers: Makers::new(theme), formats })
    }

    /// Returns the links to the files of an edition.
    pub fn file_links(&self) -> Vec<FileLink> {
        self.formats.iter().map(|format| format.link).collect()
    }

    /// The files of a book, by their paths inside its folder.
    pub fn book(&self, site: &Site) -> Result<Vec<OutputFile>> {
        let mut files: Vec<OutputFile> =
            site.pages.par_iter().map(|page| self.page(page)).collect::<Result<_>>()?;
        files.extend(self.pages.search(&site.search)?);
        let shared = self.pages.shared().into_iter();
        files.extend(shared.map(|(name, bytes)| file(name, bytes)));
        let editions: Vec<Vec<OutputFile>> = site
            .editions
            .par_iter()
            .map(|edition| self.edition(edition))
            .collect::<Result<_>>()?;
        files.extend(editions.into_iter().flatten());
        files.extend(site.finished.iter().map(finished));
        Ok(files)
    }

    /// The place of a book on the portal, as the portal takes it.
    pub fn place(&self, book: &PortalBook) -> Result<Value> {
        self.pages.place(book)
    }

    /// The page that lists the books.
    pub fn portal(&self, portal: &Portal, books: &[Value]) -> Result<Vec<u8>> {
        self.pages.portal(portal, books)
    }

    fn page(&self, page: &Page) -> Result<OutputFile> {
        let variants = [Variant::Web, Variant::Phone];
        let drawings = drawings(page.drawn_charts(), &variants, &self.makers.theme);
        Ok(OutputFile {
            path: page.path.clone(),
            bytes: self.pages.page(page, &drawings)?,
        })
    }

    fn edition(&self, edition: &EditionFiles) -> Result<Vec<OutputFile>> {
        let mut files: Vec<OutputFile> =
            edition.traces.iter().map(|page| self.page(page)).collect::<Result<_>>()?;
        for format in &self.formats {
            let path = format!("{}/{}", edition.folder, format.link.name);
            files.push(file(&path, (format.make)(&self.makers, edition)?));
        }
        Ok(files)
    }
}

fn file(path: &str, bytes: Vec<u8>) -> OutputFile {
    OutputFile { path: path.to_owned(), bytes }
}

fn finished(file: &FinishedFile) -> OutputFile {
    OutputFile { path: file.path.clone(), bytes: file.bytes.to_vec() }
}
