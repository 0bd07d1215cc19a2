//! Pages that are made when they are asked for, and what a site keeps of them once they are gone.

use std::collections::BTreeSet;

use crate::model::work::PAGES;
use crate::report::search::{Found, entries};
use crate::report::traces::numbers::numbers;
use crate::report::traces::traces_of;
use crate::sheet::Sheet;
use crate::view::inline::Link;
use crate::view::page::Page;
use crate::view::search::Entry;

/// A page, or the pages that stand together; none where a book has nothing for them.
type Make<'a> = Box<dyn Fn() -> Vec<Page> + Send + Sync + 'a>;

/// Cuts the long tables of a page, which are whole on pages after it.
type Cut<'a> = Box<dyn Fn(Page) -> Vec<Page> + Send + Sync + 'a>;

/// A page that says what it is made from without being made.
pub(super) trait SourcedPage: Send + Sync {
    /// Returns its path inside the book's folder.
    fn path(&self) -> String;
    /// Returns the bytes of all that it is made from but the program: from the same, it comes out
    /// the same.
    fn sources(&self) -> Vec<u8>;
    /// Makes as much of it as the search looks at.
    fn opening(&self) -> Page;
    /// Makes it whole. It brings its own traces.
    fn page(&self) -> Page;
}

/// How pages are made.
enum Way<'a> {
    /// By a function that does not say from what.
    Plain(Make<'a>),
    /// From what the page says.
    Sourced(Box<dyn SourcedPage + 'a>),
}

/// Makes a page, or the pages that stand together, on any thread.
pub struct PageMaker<'a> {
    way: Way<'a>,
    cut: Option<Cut<'a>>,
    /// Sheet whose traces the numbers open; none where the pages bring their own.
    explained_by: Option<&'a Sheet<'a>>,
    /// How the search finds the pages.
    found: Option<Found<'a>>,
    /// Whether the pages list the projects.
    lists_projects: bool,
}

/// What a site keeps of its pages once they are gone.
#[derive(Debug, Default)]
pub struct Kept {
    /// What the search finds of them.
    entries: Vec<Entry>,
    /// The paths of the pages with whole traces to which they lead.
    traces: BTreeSet<String>,
    /// The pages that list the projects.
    register: Vec<Link>,
}

impl<'a> PageMaker<'a> {
    /// Returns the maker of pages that bring their own traces and are not searched.
    pub(super) fn new<T: IntoIterator<Item = Page>>(
        make: impl Fn() -> T + Send + Sync + 'a,
    ) -> PageMaker<'a> {
        let make = move || make().into_iter().collect();
        PageMaker::by(Way::Plain(Box::new(make)))
    }

    /// Returns the maker of a page that says what it is made from.
    pub(super) fn sourced(page: impl SourcedPage + 'a) -> PageMaker<'a> {
        PageMaker::by(Way::Sourced(Box::new(page)))
    }

    fn by(way: Way<'a>) -> PageMaker<'a> {
        PageMaker {
            way,
            cut: None,
            explained_by: None,
            found: None,
            lists_projects: false,
        }
    }

    /// Lets the numbers of the pages open the traces of a sheet.
    pub(super) fn explained_by(self, sheet: &'a Sheet<'a>) -> PageMaker<'a> {
        PageMaker { explained_by: Some(sheet), ..self }
    }

    /// Lets the search find the pages.
    pub(super) fn found(self, found: Found<'a>) -> PageMaker<'a> {
        PageMaker { found: Some(found), ..self }
    }

    /// Tells the search that the pages list the projects.
    pub(super) fn listing_projects(self) -> PageMaker<'a> {
        PageMaker { lists_projects: true, ..self }
    }

    /// Has the long tables of the pages cut.
    pub(super) fn cut_by(
        self,
        cut: impl Fn(Page) -> Vec<Page> + Send + Sync + 'a,
    ) -> PageMaker<'a> {
        PageMaker { cut: Some(Box::new(cut)), ..self }
    }

    /// Returns the path of the only page and the bytes of all that it is made from but the program
    /// and the theme; `None` where that cannot be told without making it.
    pub fn sources(&self) -> Option<(String, Vec<u8>)> {
        let Way::Sourced(page) = &self.way else { return None };
        let is_alone = self.cut.is_none() && self.explained_by.is_none();
        is_alone.then(|| (page.path(), page.sources()))
    }

    /// Returns what is kept of the only page, which need not be made.
    pub fn keep(&self) -> Kept {
        match &self.way {
            Way::Sourced(page) => self.kept(&[page.opening()]),
            Way::Plain(_) => self.make().1,
        }
    }

    fn kept(&self, pages: &[Page]) -> Kept {
        let mut kept = Kept::default();
        for page in pages {
            kept.entries.extend(self.found.into_iter().flat_map(|by| entries(by, page)));
            let link = || Link::new(&page.title, &page.path);
            kept.register.extend(self.lists_projects.then(link));
        }
        kept
    }

    /// Makes the pages, and what is kept of them.
    pub fn make(&self) -> (Vec<Page>, Kept) {
        let pages = match &self.way {
            Way::Plain(make) => make(),
            Way::Sourced(page) => vec![page.page()],
        };
        pages.iter().for_each(|_| PAGES.count());
        let mut kept = self.kept(&pages);
        let mut pages = match &self.cut {
            Some(cut) => pages.into_iter().flat_map(cut).collect(),
            None => pages,
        };
        for page in &mut pages {
            if let Some(sheet) = self.explained_by {
                page.traces = traces_of(sheet, &page.blocks);
            }
            kept.traces.extend(trace_pages_of(page));
        }
        (pages, kept)
    }
}

impl Kept {
    /// Takes what the search finds.
    pub(super) fn take_entries(&mut self) -> Vec<Entry> {
        std::mem::take(&mut self.entries)
    }

    /// Returns the pages that list the projects.
    pub(super) fn register(&self) -> &[Link] {
        &self.register
    }

    /// Returns whether anything leads to a page with whole traces.
    pub fn leads_to_traces(&self) -> bool {
        !self.traces.is_empty()
    }

    /// Returns whether something leads to a page with whole traces.
    pub(super) fn leads_to(&self, path: &str) -> bool {
        self.traces.contains(path)
    }
}

impl FromIterator<Kept> for Kept {
    fn from_iter<T: IntoIterator<Item = Kept>>(pages: T) -> Kept {
        let mut all = Kept::default();
        for kept in pages {
            all.entries.extend(kept.entries);
            all.traces.extend(kept.traces);
            all.register.extend(kept.register);
        }
        all
    }
}

/// The paths of the pages to which the numbers and traces of a page lead.
fn trace_pages_of(page: &Page) -> impl Iterator<Item = String> {
    let numbers = numbers(&page.blocks).into_iter().map(|number| &number.trace);
    let links = numbers.chain(page.traces.iter().map(|trace| &trace.full));
    let pages = links.filter(|link| !link.page.is_empty()).map(|link| &link.page);
    pages.chain(page.traces_elsewhere.values()).cloned()
}
