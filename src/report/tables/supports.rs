//! 保障事项台账: what was promised to projects, by when, and whether it is done.

use crate::model::dictionary::Level;
use crate::model::record::project::{Project, Support};
use crate::report::listings::register::{day_cell, mark, text_cell, units};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "保障事项台账",
    meaning: "答应项目的供地、政策兑现、政策申报：数量、应办和办结日期、状态，按期末的情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let end = sheet.figures.period.end();
    let projects = sheet.book().projects.iter().map(|filed| &*filed.record);
    let known = projects.filter(|project| {
        project.first_formal().is_some_and(|contract| contract.signed <= end)
    });
    let supports = known.flat_map(|one| one.supports.iter().map(move |own| (one, own)));
    let mut found: Vec<(&Project, &Support)> = supports.collect();
    found.sort_by_key(|(project, support)| (support.due, project.id.clone()));
    let demo = found.iter().any(|(project, _)| project.is_demo());
    (!found.is_empty()).then(|| Table {
        id: "supports".to_owned(),
        title: format!("保障事项台账{}", demo::after_title(demo)),
        unit: String::new(),
        columns: vec![
            Column::words("项目", 24),
            Column::words("责任单位", 14),
            Column::words("事项", 10),
            Column::words("内容", 22),
            Column::numbers("数量", 11),
            Column::words("应办日期", 12),
            Column::words("办结日期", 12),
            Column::words("状态", 11),
        ],
        rows: found
            .iter()
            .map(|(project, support)| row(sheet, project, support))
            .collect(),
        notes: vec![format!("状态为{}的情况。", date::day(end))],
        wide: true,
    })
}

fn row(sheet: &Sheet, project: &Project, support: &Support) -> Row {
    let href = format!("projects/{}.html", project.id);
    let link = Link { text: project.name.clone(), href };
    let done = done(sheet, support);
    Row::body(vec![
        Cell::inline(Inline::Link { link }),
        Cell::text(units(sheet, std::slice::from_ref(&project.unit))),
        Cell::text(support.kind.label()),
        Cell::text(&support.what),
        text_cell(support.quantity.map(|one| one.to_string()).as_deref()),
        day_cell(Some(support.due)),
        day_cell(done),
        Cell::mark(state(sheet, support)),
    ])
}

/// The day something was done, where that was known by the end of the period.
fn done(sheet: &Sheet, support: &Support) -> Option<chrono::NaiveDate> {
    let known = support.submitted.is_none_or(|day| day <= sheet.last_day());
    support.done.filter(|day| known && *day <= sheet.figures.period.end())
}

fn state(sheet: &Sheet, support: &Support) -> Mark {
    match done(sheet, support) {
        Some(day) if day > support.due => mark("met", "逾期办结"),
        Some(_) => mark("met", "已办结"),
        None if sheet.figures.period.end() > support.due => mark("missed", "逾期未办"),
        None => mark("due", "办理中"),
    }
}
