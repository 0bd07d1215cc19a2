//! Makes the sites of published books, each file as it is written.

use anyhow::Result;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::Value;

use crate::cli::output::stage::Stage;
use crate::cli::output::staged_book::StagedBook;
use crate::cli::published::Published;
use crate::cli::themes::{DEFAULT, Themes};
use crate::model::dictionary::Level;
use crate::model::value::word::Id;
use crate::render::OutputFile;
use crate::render::book::Renderer;
use crate::render::files::Format;
use crate::report::edition::notices::audience_mark;
use crate::report::page_maker::{Kept, PageMaker};
use crate::report::site::{Site, edition_files, figures_of, sheets};
use crate::view::portal::Portal;

/// What was made of a book.
pub(super) struct Made {
    /// Number of editions on the site.
    pub(super) editions: usize,
    /// Number of files.
    pub(super) files: usize,
}

/// Makes books for one audience, each in its theme.
pub(super) struct BookMaker {
    themes: Themes,
    default: Renderer,
    mark: &'static str,
    formats: Vec<&'static Format>,
}

impl BookMaker {
    /// Sets up the default theme.
    pub(super) fn new(
        themes: Themes,
        level: Level,
        formats: Vec<&'static Format>,
    ) -> Result<BookMaker> {
        let mark = audience_mark(level);
        let default = Renderer::new(themes.named(DEFAULT)?, mark, formats.clone())?;
        Ok(BookMaker { themes, default, mark, formats })
    }

    /// Makes a book ready on a stage; `None` before its first edition.
    pub(super) fn book(
        &self,
        published: &Published,
        single_file: bool,
        stage: &mut Stage,
    ) -> Result<Option<Made>> {
        match published.book.card.record.theme.as_ref().map(Id::as_str) {
            None | Some(DEFAULT) => staged(published, &self.default, single_file, stage),
            Some(name) => {
                let theme = self.themes.named(name)?;
                let renderer = Renderer::new(theme, self.mark, self.formats.clone())?;
                staged(published, &renderer, single_file, stage)
            }
        }
    }

    /// Makes the page that lists the books.
    pub(super) fn portal(&self, books: &[Value]) -> Result<Vec<u8>> {
        let portal = Portal {
            title: "招商引资工作通报".to_owned(),
            subtitle: String::new(),
            notices: Vec::new(),
        };
        self.default.portal(&portal, books)
    }
}

fn staged(
    published: &Published,
    renderer: &Renderer,
    single_file: bool,
    stage: &mut Stage,
) -> Result<Option<Made>> {
    let Some(basis) = &published.basis else { return Ok(None) };
    let editions = figures_of(basis, &published.periods);
    let sheets = sheets(basis, &editions);
    let links = renderer.file_links();
    let Some(site) = Site::of(&sheets, &links) else { return Ok(None) };
    let place = renderer.place(&site.portal())?;
    let book = stage.book(&published.book.id)?;
    Writer { renderer, book: &book }.site(&site, single_file)?;
    Ok(Some(Made { editions: sheets.len(), files: stage.end(book, &place)? }))
}

/// Makes what belongs to a book, draws it and writes it, each file on one thread and gone when it
/// is written.
struct Writer<'a> {
    renderer: &'a Renderer,
    book: &'a StagedBook,
}

impl Writer<'_> {
    fn site(&self, site: &Site, single_file: bool) -> Result<()> {
        let mut pages = site.pages();
        if single_file {
            pages.extend(site.singles());
        }
        let mut kept = self.pages(&pages)?;
        let search = self.renderer.search(&site.search(&mut kept))?;
        search.iter().try_for_each(|file| self.file(file))?;
        self.renderer.shared().try_for_each(|file| self.file(&file))?;
        for sheet in site.sheets() {
            self.pages(&site.traces(sheet, &kept))?;
        }
        site.sheets().par_iter().try_for_each(|sheet| {
            let edition = edition_files(sheet);
            self.renderer.edition(&edition).try_for_each(|file| self.file(&file?))
        })?;
        site.finished().try_for_each(|file| self.book.write(&file.path, &file.bytes))
    }

    fn pages(&self, makers: &[PageMaker]) -> Result<Kept> {
        let written = makers.par_iter().map(|maker| {
            let (pages, kept) = maker.make();
            for page in &pages {
                self.file(&self.renderer.page(page)?)?;
            }
            Ok(kept)
        });
        let kept: Vec<Kept> = written.collect::<Result<_>>()?;
        Ok(kept.into_iter().collect())
    }

    fn file(&self, file: &OutputFile) -> Result<()> {
        self.book.write(&file.path, &file.bytes)
    }
}
