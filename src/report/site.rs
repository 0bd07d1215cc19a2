//! Everything that is published of a book: its pages, documents and figures, as view models.

use std::collections::BTreeSet;

use crate::figures::basis::Basis;
use crate::figures::period::Figures;
use crate::model::book::{Book, Filed};
use crate::model::edition::Edition;
use crate::model::value::period::Period;
use crate::report::edition;
use crate::report::edition::cards::cards;
use crate::report::edition::document::document;
use crate::report::edition::notices::notices;
use crate::report::listings::links::projects_link;
use crate::report::pages::definitions::definitions;
use crate::report::pages::history::history;
use crate::report::pages::project::project_pages;
use crate::report::pages::projects::projects;
use crate::report::pages::revisions::revisions;
use crate::report::pages::trace::{score_page, trace_pages};
use crate::report::pages::unit::unit_pages;
use crate::report::paging::with_whole_tables;
use crate::report::paths;
use crate::report::paths::INDEX;
use crate::report::search::{Searched, search};
use crate::report::traces::numbers::numbers;
use crate::report::traces::traces_of;
use crate::results::figures_file::FiguresFile;
use crate::results::release::released_file;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Link;
use crate::view::page::Page;
use crate::view::portal::PortalBook;
use crate::view::site::{EditionFiles, FileLink, FinishedFile, Site};
use crate::words::date;

/// An edition, or none for a draft without a file, with the figures of its period.
pub type Dated<'a> = (Option<&'a Filed<Edition>>, Figures);

/// The periods of a book's editions and of drafts without one, in order of time.
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

/// The sheets of the editions, each with the one before it in its series.
pub fn sheets<'a>(basis: &'a Basis<'a>, editions: &'a [Dated<'a>]) -> Vec<Sheet<'a>> {
    let sheet = |at: usize| {
        let (edition, figures) = &editions[at];
        let mut earlier = editions[..at].iter().rev().map(|(_, figures)| figures);
        let previous = earlier.find(|other| other.period.same_series(&figures.period));
        Sheet { basis, figures, previous, editions, edition: *edition }
    };
    (0..editions.len()).map(sheet).collect()
}

/// The site of a book, whose editions have these files; `None` before its first edition.
pub fn site(sheets: &[Sheet], files: &[FileLink]) -> Option<Site> {
    let newest = sheets.last()?;
    let all: Vec<&Sheet> = sheets.iter().collect();
    let edition = |sheet, path: &str| edition::page(sheet, &all, files, path);
    let editions: Vec<Page> = sheets
        .iter()
        .map(|sheet| edition(sheet, &paths::edition(&sheet.figures.period)))
        .collect();
    let (units, register) = (unit_pages(sheets), projects(newest));
    let projects = project_pages(newest);
    let definitions = definitions(sheets);
    let search = search(
        newest.book(),
        &Searched {
            units: &units,
            register: &register,
            projects: &projects,
            definitions: definitions.as_slice(),
            editions: &editions,
        },
    );
    let mut explained: Vec<Page> = units.into_iter().flat_map(with_own_tables).collect();
    explained.extend(register);
    explained.extend(projects);
    explained.extend(definitions);
    explained.extend(revisions(sheets).into_iter().flat_map(with_own_tables));
    for page in &mut explained {
        page.traces = traces_of(newest, &page.blocks);
    }
    let mut pages: Vec<Page> = with_whole_tables(edition(newest, INDEX), &home(newest))
        .into_iter()
        .take(1)
        .collect();
    let homes = sheets.iter().map(home);
    pages.extend(
        editions
            .into_iter()
            .zip(homes)
            .flat_map(|(page, home)| with_whole_tables(page, &home)),
    );
    pages.extend(explained);
    pages.extend(history(sheets).into_iter().flat_map(with_own_tables));
    let wanted = trace_pages_of(&pages);
    let editions = sheets.iter().map(|sheet| EditionFiles {
        folder: sheet.figures.period.to_string(),
        traces: traces(sheet, &wanted),
        document: document(sheet),
        figures: FiguresFile::of(sheet).bytes(),
    });
    Some(Site {
        search,
        pages,
        editions: editions.collect(),
        finished: sheets.iter().filter_map(released).collect(),
        portal: portal(newest, sheets),
    })
}

/// The page of an edition as its period.
fn home(sheet: &Sheet) -> Link {
    let period = &sheet.figures.period;
    Link::new(date::period(period), paths::edition(period))
}

/// A page as it stands, with the pages of its long tables.
fn with_own_tables(page: Page) -> Vec<Page> {
    let home = Link::new(&page.title, &page.path);
    with_whole_tables(page, &home)
}

/// The paths of the pages to which numbers and traces of some pages lead.
fn trace_pages_of(pages: &[Page]) -> BTreeSet<String> {
    let links = pages.iter().flat_map(|page| {
        let numbers = numbers(&page.blocks).into_iter().map(|number| &number.trace);
        numbers.chain(page.traces.iter().map(|trace| &trace.full))
    });
    let elsewhere = links.filter(|link| !link.page.is_empty());
    elsewhere.map(|link| link.page.clone()).collect()
}

/// The pages with all records of the traces of an edition, as far as something leads there.
fn traces(sheet: &Sheet, wanted: &BTreeSet<String>) -> Vec<Page> {
    let views: Vec<IndicatorView> = sheet.views().collect();
    let wanted = views.iter().filter(|view| wanted.contains(&paths::trace_page(view)));
    let indicators = wanted.flat_map(trace_pages);
    indicators
        .chain(
            sheet.assessment_views().map(|assessment_view| score_page(&assessment_view)),
        )
        .collect()
}

/// The released file as it was published.
fn released(sheet: &Sheet) -> Option<FinishedFile> {
    let period = &sheet.figures.period;
    let release = sheet.book().release(period)?;
    let bytes = released_file(&release.record);
    Some(FinishedFile { path: paths::released(period), bytes })
}

fn portal(newest: &Sheet, sheets: &[Sheet]) -> PortalBook {
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
        cutoff: edition::subtitle(newest),
        notices: notices(newest),
        cards: cards(newest).into_iter().take(2).collect(),
        editions: sheets.iter().rev().map(link).collect(),
        links: projects_link(newest)
            .into_iter()
            .chain([
                Link {
                    text: "口径说明".to_owned(), href: "definitions.html".to_owned()
                },
                Link { text: "搜索".to_owned(), href: "search.html".to_owned() },
            ])
            .collect(),
    }
}
