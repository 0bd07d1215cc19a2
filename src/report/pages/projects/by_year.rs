//! `projects.<year>.html` and so on: the projects by first signing, where they are too many for one page.

use chrono::{Datelike, NaiveDate};

use crate::model::record::registry::Unit;
use crate::model::value::date::Days;
use crate::report::listings::columns::Columns;
use crate::report::listings::links::has_page;
use crate::report::pages::blocks::{heading, paragraph};
use crate::report::pages::project::as_of::Horizon;
use crate::report::pages::project::known::{KnownProjects, PlacedProject};
use crate::report::pages::projects::list::{list, page};
use crate::report::paging::{ALONE, pager};
use crate::report::paths;
use crate::report::paths::PROJECTS;
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Link};
use crate::view::page::{Block, Page};
use crate::view::table::{Cell, Table};
use crate::words::date::day;

/// The projects that were first signed in a year, or not at all, with the pages that list them.
struct Year<'a> {
    year: Option<i32>,
    parts: Vec<Part<'a>>,
}

/// The projects of a page.
struct Part<'a> {
    path: String,
    projects: &'a [PlacedProject<'a>],
    /// The days of their first signings; `None` where nothing is signed.
    days: Option<Days>,
}

/// The page that leads to all of them, and those with the projects themselves.
pub(super) fn pages(sheet: &Sheet, known: &KnownProjects) -> Vec<Page> {
    let projects = &known.all;
    let years = years(sheet, projects);
    let parts: Vec<(&Year, &Part)> = years
        .iter()
        .flat_map(|year| year.parts.iter().map(move |part| (year, part)))
        .collect();
    let paths: Vec<String> = parts.iter().map(|(_, part)| part.path.clone()).collect();
    let all = format!("{}个项目", projects.len());
    let listing = |(at, (year, part)): (usize, &(&Year, &Part))| {
        let whole = page(sheet, projects.len(), vec![list(sheet, part.projects)]);
        Page {
            path: part.path.clone(),
            title: format!("{}{}", sheet.book().card.record.name, year.title(part)),
            crumbs: [&whole.crumbs[..], &[Link::new("招商项目", PROJECTS)]].concat(),
            pager: pager(&paths, at, &all),
            ..whole
        }
    };
    let contents = page(sheet, projects.len(), contents(sheet, known, &years));
    [contents].into_iter().chain(parts.iter().enumerate().map(listing)).collect()
}

/// The projects, which stand by first signing, by its year.
fn years<'a>(sheet: &Sheet, projects: &'a [PlacedProject<'a>]) -> Vec<Year<'a>> {
    let horizon = Horizon::of(sheet);
    let first = |project: &PlacedProject| -> Option<NaiveDate> {
        horizon.contracts(*project).first().map(|(_, contract)| contract.signed)
    };
    let year = |project: &PlacedProject| first(project).map(|day| day.year());
    let in_year = |of_year: &'a [PlacedProject<'a>]| {
        let year = year(&of_year[0]);
        let name = year.map_or("unsigned".to_owned(), |year| year.to_string());
        let path = paths::part(PROJECTS, &name);
        let part = |(at, projects): (usize, &'a [PlacedProject<'a>])| Part {
            path: paths::nth(&path, at),
            projects,
            days: first(&projects[0])
                .zip(first(&projects[projects.len() - 1]))
                .map(|(start, end)| Days { start, end }),
        };
        Year { year, parts: of_year.chunks(ALONE).enumerate().map(part).collect() }
    };
    projects.chunk_by(|left, right| year(left) == year(right)).map(in_year).collect()
}

impl Year<'_> {
    fn name(&self) -> String {
        self.year.map_or("尚未签约".to_owned(), |year| format!("{year}年"))
    }

    fn count(&self) -> usize {
        self.parts.iter().map(|part| part.projects.len()).sum()
    }

    /// What a page of it lists.
    fn title(&self, part: &Part) -> String {
        match &part.days {
            None => "尚未签约的项目".to_owned(),
            Some(_) if self.parts.len() == 1 => format!("{}首次签约的项目", self.name()),
            Some(Days { start, end }) => {
                format!("{}至{}月{}日首次签约的项目", day(*start), end.month(), end.day())
            }
        }
    }

    /// The links to its pages by the days that they begin with.
    fn links(&self) -> Cell {
        let mut inlines = Vec::new();
        for (at, part) in self.parts.iter().enumerate() {
            let text = match &part.days {
                Some(Days { start, .. }) if self.parts.len() > 1 => {
                    format!("{}月{}日起", start.month(), start.day())
                }
                _ if self.parts.len() > 1 => format!("第{}页", at + 1),
                _ => "全部".to_owned(),
            };
            inlines.extend((at > 0).then(|| Inline::text("、")));
            inlines.push(Inline::Link { link: Link::new(text, &part.path) });
        }
        Cell::run(inlines)
    }
}

/// The ways to all projects: by year, newest first, and by unit.
fn contents(sheet: &Sheet, known: &KnownProjects, years: &[Year]) -> Vec<Block> {
    vec![
        paragraph(
            "项目较多，按首次签约的先后分页列出；也可以从责任单位的页面去看。知道名称的，搜索最快。",
        ),
        heading(1, "by-year", "按首次签约年份"),
        Block::Table { table: by_years(years) },
        heading(1, "by-unit", "按责任单位"),
        Block::Table { table: by_units(sheet, known) },
    ]
}

fn by_years(years: &[Year]) -> Table {
    let table = Columns::<&Year>::new()
        .words("年份", 2, |year| year.name())
        .numbers("项目数", 2, |year| year.count().to_string())
        .words("各页", 10, |year| year.links())
        .listing("years", "按首次签约年份", years.iter().rev());
    Table { headed: true, ..table }
}

fn by_units(sheet: &Sheet, known: &KnownProjects) -> Table {
    let units = sheet.register().units().iter();
    let counted = units
        .filter(|unit| has_page(sheet, unit))
        .filter_map(|unit| Some((unit, known.by_unit.get(&unit.id)?.len())));
    let table = Columns::new()
        .words("责任单位", 6, |(unit, _): (&Unit, usize)| {
            let href = format!("{}#projects-of", paths::unit(unit.id.as_str()));
            Link::new(&unit.name, href)
        })
        .numbers("项目数", 2, |(_, count)| count.to_string())
        .listing("units", "按责任单位", counted);
    let note = "牵头和联合招商的都算，联合招商的项目在几个单位各列一次。";
    Table { headed: true, notes: vec![note.to_owned()], ..table }
}
