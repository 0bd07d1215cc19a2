//! 政策承诺清单: the policies that were promised without a review, and those that are due and not kept.

use crate::model::dictionary::Level;
use crate::model::record::project::{Project, Promise};
use crate::report::listings::columns::Columns;
use crate::report::listings::links::project_link;
use crate::report::listings::register::{day_cell, text_cell, unit_name};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "政策承诺清单",
    meaning: "答应项目的政策中应作公平竞争审查而没有审查的、到期没有兑现的，各列一表，按期末的情况",
    level: Level::Internal,
    make: Make::Several(make),
};

/// A project with a policy that was promised to it.
type Made<'a> = (&'a Project, &'a Promise);

fn make(sheet: &Sheet) -> Vec<Table> {
    let (end, known) = (sheet.figures.period.end(), sheet.last_day());
    let made = made(sheet);
    let unreviewed = made.iter().copied().filter(|(_, promise)| {
        promise.needs_review() && promise.review_by(end).is_none()
    });
    let overdue = made.iter().copied().filter(|(project, promise)| {
        project.stopped.is_none() && promise.overdue(end, known).is_some()
    });
    let review = "2024年8月1日起作出的承诺，须先经公平竞争审查。";
    let kept = "已终止的项目不列。";
    let tables = [
        table(
            sheet,
            ("promises-unreviewed", "应审未审的政策承诺", review),
            unreviewed.collect(),
        ),
        table(
            sheet,
            ("promises-overdue", "到期未兑现的政策承诺", kept),
            overdue.collect(),
        ),
    ];
    tables.into_iter().flatten().collect()
}

/// The promises that were made by the end of the period, by the days on which they are due.
fn made<'a>(sheet: &Sheet<'a>) -> Vec<Made<'a>> {
    let end = sheet.figures.period.end();
    let projects = (0..sheet.book().projects.len()).map(|at| sheet.project(at));
    let mut made: Vec<Made> = projects
        .flat_map(|project| {
            project.promises.iter().map(move |promise| (project, promise))
        })
        .filter(|(_, promise)| promise.date <= end)
        .collect();
    made.sort_by_key(|(project, promise)| {
        (promise.due, promise.date, project.id.clone())
    });
    made
}

fn table(
    sheet: &Sheet,
    (id, title, note): (&str, &str, &str),
    promises: Vec<Made>,
) -> Option<Table> {
    let is_demo = promises.iter().any(|(project, _)| project.is_demo());
    let columns = Columns::<Made>::new()
        .words("项目", 22, |(project, _)| project_link(project))
        .words("责任单位", 14, |(project, _)| unit_name(sheet, &project.unit))
        .words("类别", 10, |(_, promise)| promise.kind.label())
        .words("内容", 24, |(_, promise)| &promise.what)
        .words("依据", 16, |(_, promise)| &promise.basis)
        .numbers("金额", 11, |(_, promise)| {
            let amount = promise.amount.map(|amount| amount.0.to_string());
            text_cell(amount.as_deref())
        })
        .words("承诺日期", 12, |(_, promise)| day_cell(Some(promise.date)))
        .words("应兑现日期", 12, |(_, promise)| day_cell(promise.due));
    let end = date::day(sheet.figures.period.end());
    let title = format!("{title}{}", demo::after_title(is_demo));
    Table {
        notes: vec![format!("{note}按{end}的情况。")],
        wide: true,
        ..columns.records(id, title, promises)
    }
    .filled()
}
