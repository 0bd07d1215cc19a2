//! The site of a book as files: its pages, the documents and figures of its editions.

use std::collections::BTreeMap;

use anyhow::Result;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::render::OutputFile;
use crate::render::html::{Pages, TRACE_SHEET};
use crate::render::pdf::PdfRenderer;
use crate::render::svg::{self, Variant};
use crate::report::pages::revisions::released_path;
use crate::results::lines::figure_lines;
use crate::theme::Theme;
use crate::view::chart::Chart;
use crate::view::page::Page;
use crate::view::portal::Portal;
use crate::view::site::EditionFiles;
use crate::view::site::Site;

/// Everything that turns view models into files, made once for all books.
pub struct Renderer {
    theme: Theme,
    pages: Pages,
    pdf: PdfRenderer,
}

impl Renderer {
    /// Sets up templates and faces of a theme; each page bears the mark of its audience.
    pub fn new(theme: Theme, audience: &str) -> Result<Renderer> {
        let own = theme.clone();
        let pages = Pages::new(&theme, audience, move |spark| svg::spark(spark, &own))?;
        let pdf = PdfRenderer::new(&theme)?;
        Ok(Renderer { theme, pages, pdf })
    }

    /// The files of a book, by their paths inside its folder.
    pub fn book(&self, site: &Site) -> Result<Vec<OutputFile>> {
        let pages: Vec<OutputFile> =
            site.pages.par_iter().map(|page| self.page(page)).collect::<Result<_>>()?;
        let editions: Vec<Vec<OutputFile>> = site
            .editions
            .par_iter()
            .map(|edition| self.edition(edition))
            .collect::<Result<_>>()?;
        let search = OutputFile {
            path: "search.html".to_owned(),
            bytes: self.pages.search(&site.search)?,
        };
        let pages = pages.into_iter().chain([search]);
        Ok(pages.chain(editions.into_iter().flatten()).collect())
    }

    /// The page that lists the books.
    pub fn portal(&self, portal: &Portal) -> Result<OutputFile> {
        let bytes = self.pages.portal(portal)?;
        Ok(OutputFile { path: "index.html".to_owned(), bytes })
    }

    fn page(&self, page: &Page) -> Result<OutputFile> {
        let drawings =
            self.drawings(page.drawn_charts(), &[Variant::Web, Variant::Phone]);
        Ok(OutputFile {
            path: page.path.clone(),
            bytes: self.pages.page(page, &drawings)?,
        })
    }

    fn trace(&self, page: &Page) -> Result<OutputFile> {
        let bytes = self.pages.trace_page(page)?;
        Ok(OutputFile { path: page.path.clone(), bytes })
    }

    fn edition(&self, edition: &EditionFiles) -> Result<Vec<OutputFile>> {
        let figures = figure_lines(&edition.figures)?;
        let drawings = self.drawings(edition.document.charts(), &[Variant::Print]);
        let document = self.pdf.print(&edition.document, &drawings, &figures)?;
        let file = |name: &str, bytes| OutputFile {
            path: format!("{}/{name}", edition.folder),
            bytes,
        };
        let mut files: Vec<OutputFile> =
            edition.traces.iter().map(|page| self.trace(page)).collect::<Result<_>>()?;
        if !files.is_empty() {
            files.push(file(TRACE_SHEET, self.pages.trace_sheet()));
        }
        files.push(file("bulletin.pdf", document));
        files.push(file("figures.json", figures));
        let released = edition.released.as_deref();
        files.extend(released.map(|bytes| OutputFile {
            path: released_path(&edition.folder),
            bytes: bytes.to_vec(),
        }));
        Ok(files)
    }

    /// Each chart, drawn for the places it is shown in.
    fn drawings<'a>(
        &self,
        charts: impl Iterator<Item = &'a Chart>,
        variants: &[Variant],
    ) -> BTreeMap<String, String> {
        let draw = |chart: &Chart| {
            variants
                .iter()
                .map(|variant| svg::chart(chart, *variant, &self.theme))
                .collect()
        };
        charts.map(|chart| (chart.id.clone(), draw(chart))).collect()
    }
}
