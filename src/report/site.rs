//! Everything that is published of a book: its pages, documents and figures, as view models.

use crate::figures::{Basis, Figures};
use crate::model::book::{Book, Filed};
use crate::model::edition::Edition;
use crate::report::document::Document;
use crate::report::edition;
use crate::report::figures_file::FiguresFile;
use crate::report::notices::notices;
use crate::report::page::{Block, Inline, Link, Page};
use crate::report::pages::definitions::definitions;
use crate::report::pages::project::project_pages;
use crate::report::pages::projects::projects;
use crate::report::pages::unit::unit_pages;
use crate::report::portal::PortalBook;
use crate::report::sheet::{Sheet, View};
use crate::report::traces::{trace, trace_page, traces_of};
use crate::words::date;

/// Everything that is published of a book.
#[derive(Debug)]
pub struct Site {
    /// Pages, by their paths inside the book's folder.
    pub pages: Vec<Page>,
    /// Editions as documents and figures.
    pub editions: Vec<EditionFiles>,
    /// The book on the portal.
    pub portal: PortalBook,
}

/// The files of an edition beside its page.
#[derive(Debug)]
pub struct EditionFiles {
    /// Folder: the period.
    pub folder: String,
    /// The document.
    pub document: Document,
    /// The figures.
    pub figures: FiguresFile,
}

/// The editions of a book in order of time, with the figures of each.
pub fn figures_of<'a>(basis: &Basis<'a>) -> Vec<(&'a Filed<Edition>, Figures)> {
    let mut editions: Vec<&Filed<Edition>> = basis.audience.book.editions.iter().collect();
    editions.sort_by_key(|edition| {
        let period = &edition.record.card.period;
        (period.end(), period.clone())
    });
    let figures =
        |edition: &'a Filed<Edition>| basis.figures(&edition.record.card.period);
    editions.into_iter().map(|edition| (edition, figures(edition))).collect()
}

/// The sheets of the editions, each with the one before it in its series.
pub fn sheets<'a>(
    basis: &'a Basis<'a>,
    editions: &'a [(&'a Filed<Edition>, Figures)],
) -> Vec<Sheet<'a>> {
    let sheet = |at: usize| {
        let (edition, figures) = &editions[at];
        let earlier = editions[..at].iter().rev();
        let mut earlier = earlier.map(|(_, figures)| figures);
        let previous = earlier.find(|other| other.period.same_series(&figures.period));
        Sheet { basis, figures, previous, edition: Some(*edition) }
    };
    (0..editions.len()).map(sheet).collect()
}

impl Site {
    /// The site of a book; none before its first edition.
    pub fn of(sheets: &[Sheet]) -> Option<Site> {
        let newest = sheets.last()?;
        let all: Vec<&Sheet> = sheets.iter().collect();
        let mut pages = vec![edition::page(newest, &all, "index.html")];
        for sheet in sheets {
            let path = format!("{}/index.html", sheet.figures.period);
            pages.push(edition::page(sheet, &all, &path));
            pages.extend(sheet.views().map(|view| trace_page_of(&view)));
        }
        let mut rest = unit_pages(sheets);
        rest.push(projects(newest));
        rest.extend(project_pages(newest));
        rest.extend(definitions(sheets));
        for page in &mut rest {
            page.traces = traces_of(newest, &page.blocks);
        }
        pages.extend(rest);
        let editions = sheets.iter().map(|sheet| EditionFiles {
            folder: sheet.figures.period.to_string(),
            document: edition::document(sheet),
            figures: FiguresFile::of(sheet),
        });
        Some(Site { pages, editions: editions.collect(), portal: portal(newest, sheets) })
    }
}

/// The page with the full traces of an indicator.
fn trace_page_of(view: &View) -> Page {
    let sheet = view.sheet;
    let period = &sheet.figures.period;
    let about = format!(
        "本页列出{}“{}”每个数的口径、算式、计入和未计入的记录。",
        date::period(period),
        view.indicator().name,
    );
    Page {
        path: trace_page(view),
        root: "../".to_owned(),
        title: format!("{}：数的由来", view.indicator().name),
        subtitle: edition::subtitle(sheet),
        crumbs: vec![
            Link {
                text: sheet.book().card.record.name.clone(),
                href: "index.html".to_owned(),
            },
            Link { text: date::period(period), href: format!("{period}/index.html") },
        ],
        notices: notices(sheet),
        blocks: vec![Block::Paragraph { inlines: vec![Inline::text(about)] }],
        traces: view
            .at
            .figures
            .iter()
            .map(|figure| trace(view, figure, usize::MAX))
            .collect(),
    }
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
        cards: newest
            .headline()
            .take(2)
            .map(|view| edition::headline_card(&view))
            .collect(),
        editions: sheets.iter().rev().map(link).collect(),
        links: vec![
            Link { text: "项目清单".to_owned(), href: "projects.html".to_owned() },
            Link { text: "口径说明".to_owned(), href: "definitions.html".to_owned() },
        ],
    }
}
