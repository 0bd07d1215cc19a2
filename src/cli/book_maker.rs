//! Makes the sites of published books, each file as it is written.

use anyhow::Result;
use rayon::current_num_threads;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde_json::Value;

use crate::cli::cache::Cache;
use crate::cli::open_tables;
use crate::cli::output::book_files::BookFiles;
use crate::cli::output::stage::Stage;
use crate::cli::progress::Progress;
use crate::cli::published::Published;
use crate::cli::themes::{DEFAULT, Themes};
use crate::load::cache::entries::Key;
use crate::load::source::digest::sha256;
use crate::model::value::period::Period;
use crate::model::value::word::Id;
use crate::render::OutputFile;
use crate::render::book::Renderer;
use crate::render::files::{EditionFile, Format};
use crate::report::page_maker::{Kept, PageMaker};
use crate::report::site::{Site, edition_files, figures_of, sheets};
use crate::sheet::Sheet;
use crate::view::portal::Portal;
use crate::view::site::Marks;

/// What was made of a book.
pub(super) struct Made {
    /// Number of editions on the site.
    pub(super) editions: usize,
    /// Number of files.
    pub(super) files: usize,
}

/// What is made of a book beside its site.
#[derive(Clone, Copy)]
pub(super) struct More {
    /// Each edition as one file.
    pub(super) single_file: bool,
    /// The open tables.
    pub(super) tables: bool,
}

/// Makes books for one audience, each in its theme.
pub(super) struct BookMaker<'a> {
    cache: &'a Cache,
    themes: Themes,
    default: Renderer,
    marks: Marks,
    formats: Vec<&'static Format>,
    progress: &'a Progress,
}

impl<'a> BookMaker<'a> {
    /// Sets up the default theme.
    pub(super) fn new(
        cache: &'a Cache,
        themes: Themes,
        marks: Marks,
        formats: Vec<&'static Format>,
        progress: &'a Progress,
    ) -> Result<BookMaker<'a>> {
        let default = Renderer::new(themes.named(DEFAULT)?, marks, formats.clone())?;
        Ok(BookMaker { cache, themes, default, marks, formats, progress })
    }

    /// Makes a book ready on a stage; `None` before its first edition.
    pub(super) fn book(
        &self,
        published: &Published,
        more: More,
        stage: &mut Stage,
    ) -> Result<Option<Made>> {
        let id = &published.book.id;
        let made = self.made_into(published, more, || stage.book(id))?;
        let Some((editions, book, place)) = made else { return Ok(None) };
        Ok(Some(Made { editions, files: stage.end(book, &place)? }))
    }

    /// Makes a book into what is opened for its files; returns the number of its editions, its files
    /// and its place on the portal; `None` before its first edition.
    pub(super) fn made_into<B: BookFiles>(
        &self,
        published: &Published,
        more: More,
        open: impl FnOnce() -> Result<B>,
    ) -> Result<Option<(usize, B, Value)>> {
        self.dressed(published, |renderer| {
            self.site_into(published, renderer, more, open)
        })
    }

    /// Sets the documents of some editions, as they are in the book's site.
    pub(super) fn documents(
        &self,
        published: &Published,
        periods: &[Period],
    ) -> Result<Vec<(Period, Vec<u8>)>> {
        let Some(basis) = &published.basis else { return Ok(Vec::new()) };
        let editions = figures_of(basis, &published.periods);
        let sheets = sheets(basis, &editions);
        let wanted = sheets.iter().filter(|one| periods.contains(&one.figures.period));
        self.dressed(published, |renderer| {
            let document = |sheet: &Sheet| {
                let edition = edition_files(sheet);
                let file = renderer.edition(&edition).next()?;
                Some(file.make().map(|bytes| (sheet.figures.period.clone(), bytes)))
            };
            wanted.filter_map(document).collect()
        })
    }

    /// Makes something of a book in its theme.
    fn dressed<T>(
        &self,
        published: &Published,
        make: impl FnOnce(&Renderer) -> Result<T>,
    ) -> Result<T> {
        match published.book.card.record.theme.as_ref().map(Id::as_str) {
            None | Some(DEFAULT) => make(&self.default),
            Some(name) => {
                let theme = self.themes.named(name)?;
                let renderer = Renderer::new(theme, self.marks, self.formats.clone())?;
                make(&renderer)
            }
        }
    }

    fn site_into<B: BookFiles>(
        &self,
        published: &Published,
        renderer: &Renderer,
        more: More,
        open: impl FnOnce() -> Result<B>,
    ) -> Result<Option<(usize, B, Value)>> {
        let Some(basis) = &published.basis else { return Ok(None) };
        let (name, progress) = (&published.book.card.record.name, self.progress);
        progress.step(&format!("{name}：测算"));
        let editions = figures_of(basis, &published.periods);
        let sheets = sheets(basis, &editions);
        let mut links = renderer.file_links();
        links.extend(more.tables.then_some(open_tables::site::LINK));
        let Some(site) = Site::of(&sheets, &links) else { return Ok(None) };
        let place = renderer.place(&site.portal())?;
        let book = open()?;
        let cache = self.cache;
        Writer { cache, renderer, book: &book, name, progress }.site(&site, more)?;
        if more.tables {
            open_tables::site::write(&book, site.sheets())?;
        }
        Ok(Some((sheets.len(), book, place)))
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
    book: &'a dyn BookFiles,
    /// Name of the book.
    name: &'a str,
    progress: &'a Progress,
}

impl Writer<'_> {
    fn site(&self, site: &Site, more: More) -> Result<()> {
        let mut pages = site.pages();
        if more.single_file {
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
            let kept = self.page(maker)?;
            self.progress.advance();
            Ok(kept)
        });
        let kept: Vec<Kept> = written.collect::<Result<_>>()?;
        Ok(kept.into_iter().collect())
    }

    /// Writes the pages of a maker; returns what is kept of them. A page need not be made again if
    /// it was made from the same.
    fn page(&self, maker: &PageMaker) -> Result<Kept> {
        let sources = self.cache.is_there().then(|| maker.sources()).flatten();
        let Some((path, sources)) = sources else {
            return self.made_pages(maker, None);
        };
        let key = Key::of("page", &self.renderer.page_sources(&path, &sources));
        if self.is_taken_over(&path, &key)? {
            Ok(maker.keep())
        } else {
            self.made_pages(maker, Some(key))
        }
    }

    /// Makes and writes the pages of a maker, and notes what the only one was made from.
    fn made_pages(&self, maker: &PageMaker, key: Option<Key>) -> Result<Kept> {
        let (pages, kept) = maker.make();
        // What is kept of a page that is taken over leads to no traces.
        let key = key.filter(|_| !kept.leads_to_traces());
        for page in &pages {
            let file = self.renderer.page(page)?;
            self.noted(&file.path, &file.bytes, key)?;
        }
        Ok(kept)
    }

    fn counted_step(&self, what: &str, parts: usize) {
        self.progress.counted_step(&format!("{}：{what}", self.name), parts);
    }

    /// Writes a file of an edition, which need not be made again if it was made from the same.
    fn edition_file(&self, file: &EditionFile) -> Result<()> {
        let sources = file.sources().transpose()?;
        let key = sources.map(|sources| Key::of("document", &sources));
        match key {
            Some(key) if self.is_taken_over(&file.path, &key)? => Ok(()),
            _ => self.noted(&file.path, &file.make()?, key),
        }
    }

    /// Takes over a file of the old book that was made from the same; returns whether there is one.
    fn is_taken_over(&self, path: &str, key: &Key) -> Result<bool> {
        let known = self.cache.made(key);
        known.map_or(Ok(false), |digest| self.book.take_over(path, digest))
    }

    /// Writes a file, and notes what it was made from.
    fn noted(&self, path: &str, bytes: &[u8], key: Option<Key>) -> Result<()> {
        let digest = sha256(bytes);
        key.iter().for_each(|key| self.cache.note(*key, &digest));
        self.book.write_with(path, bytes, digest)
    }

    fn file(&self, file: &OutputFile) -> Result<()> {
        self.book.write(&file.path, &file.bytes)
    }
}
