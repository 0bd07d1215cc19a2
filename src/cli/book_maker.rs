//! Makes the sites of published books, each file as it is written.

use anyhow::Result;
use rayon::current_num_threads;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::Value;

use crate::cli::cache::Cache;
use crate::cli::output::stage::Stage;
use crate::cli::output::staged_book::StagedBook;
use crate::cli::progress::Progress;
use crate::cli::published::Published;
use crate::cli::themes::{DEFAULT, Themes};
use crate::load::cache::entries::Key;
use crate::load::source::digest::sha256;
use crate::model::dictionary::Level;
use crate::model::value::word::Id;
use crate::render::OutputFile;
use crate::render::book::Renderer;
use crate::render::files::{EditionFile, Format};
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
pub(super) struct BookMaker<'a> {
    cache: &'a Cache,
    themes: Themes,
    default: Renderer,
    mark: &'static str,
    formats: Vec<&'static Format>,
    progress: &'a Progress,
}

impl<'a> BookMaker<'a> {
    /// Sets up the default theme.
    pub(super) fn new(
        cache: &'a Cache,
        themes: Themes,
        level: Level,
        formats: Vec<&'static Format>,
        progress: &'a Progress,
    ) -> Result<BookMaker<'a>> {
        let mark = audience_mark(level);
        let default = Renderer::new(themes.named(DEFAULT)?, mark, formats.clone())?;
        Ok(BookMaker { cache, themes, default, mark, formats, progress })
    }

    /// Makes a book ready on a stage; `None` before its first edition.
    pub(super) fn book(
        &self,
        published: &Published,
        single_file: bool,
        stage: &mut Stage,
    ) -> Result<Option<Made>> {
        let mut make =
            |renderer: &_| self.staged(published, renderer, single_file, stage);
        match published.book.card.record.theme.as_ref().map(Id::as_str) {
            None | Some(DEFAULT) => make(&self.default),
            Some(name) => {
                let theme = self.themes.named(name)?;
                let renderer = Renderer::new(theme, self.mark, self.formats.clone())?;
                make(&renderer)
            }
        }
    }

    fn staged(
        &self,
        published: &Published,
        renderer: &Renderer,
        single_file: bool,
        stage: &mut Stage,
    ) -> Result<Option<Made>> {
        let Some(basis) = &published.basis else { return Ok(None) };
        let (name, progress) = (&published.book.card.record.name, self.progress);
        progress.step(&format!("{name}：测算"));
        let editions = figures_of(basis, &published.periods);
        let sheets = sheets(basis, &editions);
        let links = renderer.file_links();
        let Some(site) = Site::of(&sheets, &links) else { return Ok(None) };
        let place = renderer.place(&site.portal())?;
        let book = stage.book(&published.book.id)?;
        let cache = self.cache;
        Writer { cache, renderer, book: &book, name, progress }
            .site(&site, single_file)?;
        Ok(Some(Made { editions: sheets.len(), files: stage.end(book, &place)? }))
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

/// Makes what belongs to a book, draws it and writes it, each file on one thread and gone when it
/// is written.
struct Writer<'a> {
    cache: &'a Cache,
    renderer: &'a Renderer,
    book: &'a StagedBook,
    /// Name of the book.
    name: &'a str,
    progress: &'a Progress,
}

impl Writer<'_> {
    fn site(&self, site: &Site, single_file: bool) -> Result<()> {
        let mut pages = site.pages();
        if single_file {
            pages.extend(site.singles());
        }
        let mut kept = self.pages("网页", &pages)?;
        let search = self.renderer.search(&site.search(&mut kept))?;
        search.iter().try_for_each(|file| self.file(file))?;
        self.renderer.shared().try_for_each(|file| self.file(&file))?;
        let traces = site.sheets().iter().flat_map(|sheet| site.traces(sheet, &kept));
        self.pages("来历", &traces.collect::<Vec<_>>())?;
        self.counted_step("公文和数据", site.sheets().len());
        // What setting a document takes in memory is forgotten when no other one is being set.
        for sheets in site.sheets().chunks(current_num_threads()) {
            sheets.par_iter().try_for_each(|sheet| {
                let edition = edition_files(sheet);
                let mut files = self.renderer.edition(&edition);
                files.try_for_each(|file| self.edition_file(&file))?;
                self.progress.advance();
                anyhow::Ok(())
            })?;
        }
        site.finished().try_for_each(|file| self.book.write(&file.path, &file.bytes))
    }

    fn pages(&self, what: &str, makers: &[PageMaker]) -> Result<Kept> {
        self.counted_step(what, makers.len());
        let written = makers.par_iter().map(|maker| {
            let (pages, kept) = maker.make();
            for page in &pages {
                self.file(&self.renderer.page(page)?)?;
            }
            self.progress.advance();
            Ok(kept)
        });
        let kept: Vec<Kept> = written.collect::<Result<_>>()?;
        Ok(kept.into_iter().collect())
    }

    fn counted_step(&self, what: &str, parts: usize) {
        self.progress.counted_step(&format!("{}：{what}", self.name), parts);
    }

    /// Writes a file of an edition, which need not be made again if it was made from the same.
    fn edition_file(&self, file: &EditionFile) -> Result<()> {
        let Some(sources) = file.sources() else {
            return self.book.write(&file.path, &file.make()?);
        };
        let key = Key::of("document", &sources?);
        let known = self.cache.document(&key);
        let earlier = known.and_then(|digest| self.book.earlier(&file.path, &digest));
        let bytes = match earlier {
            Some(bytes) => bytes,
            None => self.made(file, key)?,
        };
        self.book.write(&file.path, &bytes)
    }

    /// Makes a file, and notes what it was made from.
    fn made(&self, file: &EditionFile, key: Key) -> Result<Vec<u8>> {
        let bytes = file.make()?;
        self.cache.set_document(key, &sha256(&bytes));
        Ok(bytes)
    }

    fn file(&self, file: &OutputFile) -> Result<()> {
        self.book.write(&file.path, &file.bytes)
    }
}
