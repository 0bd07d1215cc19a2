//! What the pages of the shipped book must hold to.

use chrono::NaiveDate;

use crate::figures::audience::Audience;
use crate::figures::basis::Basis;
use crate::load::load;
use crate::load::source::files::Folder;
use crate::model::book::Book;
use crate::model::dictionary::{Level, Word};
use crate::model::value::period::Period;
use crate::report::page_maker::PageMaker;
use crate::report::pages::definitions::definitions;
use crate::report::pages::project::known::KnownProjects;
use crate::report::pages::project::project_pages;
use crate::report::pages::projects::projects;
use crate::report::pages::unit::unit_pages;
use crate::sheet::Sheet;
use crate::view::page::{Block, Page};

fn book(name: &str) -> Book {
    let folder = Folder::open("data".as_ref()).unwrap().only(name).unwrap();
    load(&folder).books.remove(0)
}

fn made<'a>(makers: impl IntoIterator<Item = PageMaker<'a>>) -> Vec<Page> {
    makers.into_iter().flat_map(|maker| maker.make().0).collect()
}

/// Looks at the sheets of some periods, oldest first.
fn with_sheets<T>(
    name: &str,
    periods: &[&str],
    look: impl for<'a> FnOnce(&'a [Sheet<'a>]) -> T,
) -> T {
    let book = book(name);
    let periods: Vec<_> =
        periods.iter().map(|period| Period::parse(period).unwrap()).collect();
    let seen = book.redacted_for(Level::Internal);
    let audience = Audience { level: Level::Internal, book: &seen };
    let basis = Basis::for_audience(audience, &book, periods.last().unwrap().end());
    let figures: Vec<_> = periods.iter().map(|period| basis.figures(period)).collect();
    let sheets: Vec<Sheet> =
        figures.iter().map(|figures| Sheet::alone(&basis, figures)).collect();
    look(&sheets)
}

/// Every day written out in a text, such as 2023年6月30日.
fn days(text: &str) -> Vec<NaiveDate> {
    let number = |text: &str| -> Option<u32> { text.parse().ok() };
    let day = |(at, _): (usize, &str)| {
        let year = text.get(at.checked_sub(4)?..at).and_then(number)?;
        let (month, after) = text[at + "年".len()..].split_once('月')?;
        let (day, _) = after.split_once('日')?;
        NaiveDate::from_ymd_opt(year as i32, number(month)?, number(day)?)
    };
    text.match_indices('年').filter_map(day).collect()
}

fn anchors(page: &Page) -> Vec<&str> {
    fn of_block(block: &Block) -> Vec<&str> {
        match block {
            Block::Heading { id, .. } => vec![id.as_str()],
            Block::Table { table } => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.map(|cell| cell.anchor.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }
    page.blocks.iter().flat_map(of_block).filter(|id| !id.is_empty()).collect()
}

#[test]
fn nothing_after_the_newest_cut_off_appears() {
    let cutoff = NaiveDate::from_ymd_opt(2023, 4, 7).unwrap();
    with_sheets("wushan", &["2023-02", "2023-03"], |sheets| {
        let newest = sheets.last().unwrap();
        let known = KnownProjects::of(newest);
        let mut pages = made(project_pages(newest, &known));
        pages.extend(projects(newest, &known));
        pages.extend(made(unit_pages(sheets, &known)));
        let mut seen = 0;
        for page in &pages {
            let text = serde_json::to_string(&page).unwrap();
            let days = days(&text);
            seen += days.len();
            let late = days.iter().find(|day| **day > cutoff);
            assert_eq!(late, None, "{}", page.path);
        }
        assert!(seen > 100, "the pages hold dates at all");
    });
}

#[test]
fn a_project_signed_later_has_no_page_yet() {
    let count = |period| {
        with_sheets("wushan", &[period], |sheets| {
            project_pages(&sheets[0], &KnownProjects::of(&sheets[0])).count()
        })
    };
    assert!(count("2023-03") < count("2023-06"));
}

#[test]
fn what_only_leaders_may_see_is_not_there() {
    let named = book("wushan").projects.iter().any(|filed| filed.record.leader.is_some());
    with_sheets("wushan", &["2023-06"], |sheets| {
        let known = KnownProjects::of(&sheets[0]);
        let pages = made(project_pages(&sheets[0], &known));
        let text = serde_json::to_string(&pages).unwrap();
        assert!(!text.contains("责任领导"));
        assert!(named, "the book has leaders to leave out");
    });
}

#[test]
fn a_unit_has_an_anchor_for_every_period() {
    with_sheets("wushan", &["2023-02", "2023-03"], |sheets| {
        let known = KnownProjects::of(sheets.last().unwrap());
        let pages = made(unit_pages(sheets, &known));
        let page = pages.iter().find(|page| page.path == "units/gongmao.html").unwrap();
        let anchors = anchors(page);
        assert!(anchors.contains(&"p-2023-02") && anchors.contains(&"p-2023-03"));
    });
}

#[test]
fn every_clause_that_is_cited_has_its_place() {
    for name in ["wushan", "guangyuan"] {
        with_sheets(name, &["2023-06"], |sheets| {
            let page = definitions(sheets).unwrap();
            let anchors = anchors(&page);
            let text = serde_json::to_string(&page).unwrap();
            let cited: Vec<_> = text.split("definitions.html#").skip(1).collect();
            assert!(cited.len() > 10);
            for link in cited {
                let anchor = link.split('"').next().unwrap();
                assert!(anchors.contains(&anchor), "{name}: {anchor}");
            }
        });
    }
}
