//! Everything that is published of a book: its pages, documents and figures, each made as a view
//! model when it is asked for, so that none outlives its file.

use crate::figures::basis::Basis;
use crate::figures::period::Figures;
use crate::model::book::{Book, Filed};
use crate::model::edition::Edition;
use crate::model::value::period::Period;
use crate::report::edition;
use crate::report::edition::cards::cards;
use crate::report::edition::notices::notices;
use crate::report::edition::paper::{
    brief, data, document, has, issued_document, message,
};
use crate::report::edition::single::single;
use crate::report::listings::links::{all_units_link, projects_link};
use crate::report::page_maker::{Kept, PageMaker};
use crate::report::pages::all_units::all_units;
use crate::report::pages::definitions::definitions;
use crate::report::pages::history::history;
use crate::report::pages::policy::policy;
use crate::report::pages::project::known::KnownProjects;
use crate::report::pages::project::project_pages;
use crate::report::pages::projects::projects;
use crate::report::pages::promises::promises;
use crate::report::pages::revisions::revisions;
use crate::report::pages::trace::{score_page, trace_pages};
use crate::report::pages::unit::unit_pages;
use crate::report::pages::vintages::vintages;
use crate::report::paging::{with_own_tables, with_whole_tables};
use crate::report::paths;
use crate::report::paths::INDEX;
use crate::report::search::{Found, search};
use crate::results::figures_file::FiguresFile;
use crate::results::release::released_file;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::{Inline, Link};
use crate::view::page::Page;
use crate::view::portal::PortalBook;
use crate::view::search::Search;
use crate::view::site::{EditionFiles, FileLink, FinishedFile, Lazy, Part};
use crate::words::date;

/// An edition, or none for a draft without a file, with the figures of its period.
pub type Dated<'a> = (Option<&'a Filed<Edition>>, Figures);

/// The periods of a book's editions and of drafts without one, in order of time; where it is
/// supposed, without the released ones, which no supposition moves.
pub fn periods(book: &Book, drafts: &[Period]) -> Vec<Period> {
    let covered = |period: &&Period| {
        let mut plans = book.plans.iter();
        plans.any(|plan| {
            plan.record.span.contains(period.end()) && plan.record.knows(period)
        })
    };
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let drafts = drafts.iter().filter(covered);
    let mut periods: Vec<Period> = editions.chain(drafts).cloned().collect();
    periods.retain(|period| !(book.is_supposed && book.release(period).is_some()));
    periods.sort_by_key(|period| (period.end(), period.clone()));
    periods.dedup();
    periods
}

/// Each period with its edition and its figures.
pub fn figures_of<'a>(basis: &Basis<'a>, periods: &[Period]) -> Vec<Dated<'a>> {
    let dated =
        |period: &Period| (basis.audience.book.edition(period), basis.figures(period));
    periods.iter().map(dated).collect()
}

/// The sheets of the editions, each with the one before it in its series under the same plan.
pub fn sheets<'a>(basis: &'a Basis<'a>, editions: &'a [Dated<'a>]) -> Vec<Sheet<'a>> {
    let sheet = |at: usize| {
        let (edition, figures) = &editions[at];
        let mut earlier = editions[..at].iter().rev().map(|(_, figures)| figures);
        let previous = earlier
            .find(|other| other.period.same_series(&figures.period))
            .filter(|other| {
                let (one, other) = (other.period.end(), figures.period.end());
                basis.book.is_under_one_plan(one, other)
            });
        Sheet { previous, editions, edition: *edition, ..Sheet::alone(basis, figures) }
    };
    (0..editions.len()).map(sheet).collect()
}

/// Everything that is published of a book, made piece by piece as it is asked for.
pub struct Site<'a> {
    sheets: &'a [Sheet<'a>],
    newest: &'a Sheet<'a>,
    files: &'a [FileLink],
}

impl<'a> Site<'a> {
    /// The site of a book, whose editions have these files; `None` before its first edition.
    pub fn of(sheets: &'a [Sheet<'a>], files: &'a [FileLink]) -> Option<Site<'a>> {
        Some(Site { sheets, newest: sheets.last()?, files })
    }

    /// Every page but those with the search and with whole traces, which need to know the others.
    pub fn pages(&self) -> Vec<PageMaker<'a>> {
        let (sheets, newest) = (self.sheets, self.newest);
        let known = KnownProjects::of(newest);
        let mut explained = unit_pages(sheets, &known);
        // The page of a project prints no figure, and so needs no trace.
        let single: Vec<PageMaker> = project_pages(newest, &known).collect();
        let list = PageMaker::new(move || projects(newest, &known));
        explained.push(list.listing_projects());
        let meanings = PageMaker::new(move || definitions(sheets));
        explained.push(meanings.found(Found::Definitions));
        let revised = PageMaker::new(move || revisions(sheets));
        explained.push(revised.cut_by(with_own_tables));
        let mut pages = self.editions();
        pages.extend(sheets.iter().map(|sheet| PageMaker::new(move || all_units(sheet))));
        pages.extend(explained.into_iter().map(|page| page.explained_by(newest)));
        pages.extend(single);
        let promised = PageMaker::new(move || promises(newest));
        pages.push(promised.cut_by(with_own_tables));
        pages.push(PageMaker::new(move || history(sheets)).cut_by(with_own_tables));
        pages.push(PageMaker::new(move || vintages(sheets)).cut_by(with_own_tables));
        pages.push(PageMaker::new(move || policy(newest)));
        pages
    }

    /// Every edition, the newest also as the first page.
    fn editions(&self) -> Vec<PageMaker<'a>> {
        let (sheets, files) = (self.sheets, self.files);
        let newest = &self.newest.figures.period;
        let edition = |sheet: &'a Sheet<'a>| {
            let make = move || {
                let files = files.iter().copied();
                let there: Vec<FileLink> =
                    files.filter(|file| has(sheet, file.part)).collect();
                [edition::page(sheet, sheets, &there)]
            };
            let is_newest = sheet.figures.period == *newest;
            PageMaker::new(make).found(Found::Edition).cut_by(move |page| {
                // The copy leads to the long tables of the edition itself.
                let copy =
                    is_newest.then(|| with_whole_tables(copy(&page), &home(sheet)));
                let copy = copy.into_iter().flatten().take(1);
                copy.chain(with_whole_tables(page, &home(sheet))).collect()
            })
        };
        sheets.iter().map(edition).collect()
    }

    /// Each edition as one file.
    pub fn singles(&self) -> Vec<PageMaker<'a>> {
        let of = |sheet: &'a Sheet<'a>| PageMaker::new(move || [single(sheet)]);
        self.sheets.iter().map(of).collect()
    }

    /// The search over the pages that were made.
    pub fn search(&self, kept: &mut Kept) -> Search {
        search(self.newest.book(), kept.take_entries(), kept.register())
    }

    /// The pages with all records of the traces of an edition, as far as something leads there.
    pub fn traces(&self, sheet: &'a Sheet<'a>, kept: &Kept) -> Vec<PageMaker<'a>> {
        let is_wanted = |view: &IndicatorView| kept.leads_to(&paths::trace_page(view));
        let indicators = sheet.views().filter(is_wanted);
        let indicators =
            indicators.map(|view| PageMaker::new(move || trace_pages(&view)));
        let scores = sheet.assessment_views();
        indicators
            .chain(scores.map(|scores| PageMaker::new(move || [score_page(&scores)])))
            .collect()
    }

    /// The sheets of the editions, for their other files.
    pub fn sheets(&self) -> &'a [Sheet<'a>] {
        self.sheets
    }

    /// The released files as they were published.
    pub fn finished(&self) -> impl Iterator<Item = FinishedFile> {
        self.sheets.iter().filter_map(released)
    }

    /// The book on the portal.
    pub fn portal(&self) -> PortalBook {
        portal(self.newest, self.sheets, self.files)
    }
}

/// The page of an edition as the first page of the book.
fn copy(page: &Page) -> Page {
    Page { path: INDEX.to_owned(), root: String::new(), ..page.clone() }
}

/// The files of an edition other than its pages.
pub fn edition_files<'a>(sheet: &'a Sheet) -> EditionFiles<'a> {
    EditionFiles {
        folder: sheet.figures.period.to_string(),
        parts: Part::ALL.into_iter().filter(|part| has(sheet, *part)).collect(),
        document: Lazy::new(Box::new(|| document(sheet))),
        data: Lazy::new(Box::new(|| data(sheet))),
        issued: issued_document(sheet),
        brief: Lazy::new(Box::new(|| brief(sheet))),
        message: Lazy::new(Box::new(|| message(sheet))),
        figures: has(sheet, Part::Figures).then(|| FiguresFile::of(sheet).bytes()),
    }
}

/// The page of an edition as its period.
fn home(sheet: &Sheet) -> Link {
    let period = &sheet.figures.period;
    Link::new(date::period(period), paths::edition(period))
}

/// The released file as it was published.
fn released(sheet: &Sheet) -> Option<FinishedFile> {
    let period = &sheet.figures.period;
    let release = sheet.book().release(period)?;
    let bytes = released_file(&release.record);
    Some(FinishedFile { path: paths::released(period), bytes })
}

/// What an edition says first.
fn verdict(sheet: &Sheet) -> Vec<Vec<Inline>> {
    let points = sheet.key_points().into_iter();
    let said = points.flat_map(|points| {
        let first = points.sentences.into_iter().next();
        std::iter::once(points.headline).chain(first)
    });
    said.map(|phrase| edition::first_screen::run(&phrase)).collect()
}

fn portal(newest: &Sheet, sheets: &[Sheet], files: &[FileLink]) -> PortalBook {
    let book: &Book = newest.book();
    let link = |sheet: &Sheet| Link {
        text: date::period(&sheet.figures.period),
        href: format!("{}/index.html", sheet.figures.period),
    };
    PortalBook {
        id: book.id.clone(),
        name: book.card.record.mark.clone(),
        issuer: book.card.record.issuer.clone(),
        newest: Link { text: edition::title(newest), href: "index.html".to_owned() },
        verdict: verdict(newest),
        cutoff: edition::subtitle(newest),
        notices: notices(newest),
        cards: cards(newest).into_iter().take(2).collect(),
        editions: sheets.iter().rev().map(link).collect(),
        links: (files.iter().filter(|file| has(newest, file.part)))
            .map(|file| edition::file_link(newest, file))
            .chain(all_units_link(newest))
            .chain(projects_link(newest))
            .chain([
                Link {
                    text: "口径说明".to_owned(), href: "definitions.html".to_owned()
                },
                Link { text: "搜索".to_owned(), href: "search.html".to_owned() },
            ])
            .collect(),
    }
}
