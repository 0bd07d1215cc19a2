//! 保障事项台账: what was promised to projects, by when, and whether it is done.

use chrono::NaiveDate;

use crate::model::dictionary::Level;
use crate::model::record::project::{Contract, ContractKind, Project, Support};
use crate::report::listings::columns::Columns;
use crate::report::listings::links::project_link;
use crate::report::listings::marks::{State, mark};
use crate::report::listings::register::{day_cell, text_cell, unit_name};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::inline::Mark;
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "保障事项台账",
    meaning: "答应项目的供地、政策兑现、政策申报：数量、应办和办结日期、状态，按期末的情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A project with something promised to it.
type Promise<'a> = (&'a Project, &'a Support);

fn make(sheet: &Sheet) -> Option<Table> {
    let promises = promises(sheet);
    let is_demo = promises.iter().any(|(project, _)| project.is_demo());
    let columns = Columns::<Promise>::new()
        .words("项目", 24, |(project, _)| project_link(project))
        .words("责任单位", 14, |(project, _)| unit_name(sheet, &project.unit))
        .words("事项", 10, |(_, support)| support.kind.label())
        .words("内容", 22, |(_, support)| &support.what)
        .numbers("数量", 11, |(_, support)| {
            let quantity = support.quantity.map(|quantity| quantity.to_string());
            text_cell(quantity.as_deref())
        })
        .words("应办日期", 12, |(_, support)| day_cell(Some(support.due)))
        .words("办结日期", 12, |(_, support)| day_cell(done(sheet, support)))
        .words("状态", 11, |(_, support)| state(sheet, support));
    let end = date::day(sheet.figures.period.end());
    let title = format!("保障事项台账{}", demo::after_title(is_demo));
    Table {
        notes: vec![format!("状态为{end}的情况。")],
        wide: true,
        ..columns.records("supports", title, promises)
    }
    .filled()
}

/// What was promised to the projects that have signed, by the days on which it is due.
fn promises<'a>(sheet: &Sheet<'a>) -> Vec<Promise<'a>> {
    let end = sheet.figures.period.end();
    let projects = (0..sheet.book().projects.len()).map(|at| sheet.project(at));
    let is_known = |contract: &Contract| {
        contract.kind == ContractKind::Formal
            && contract.signed <= end
            && contract.submitted.is_none_or(|day| day <= sheet.last_day())
    };
    let signed = projects.filter(|project| project.contracts.iter().any(is_known));
    let mut promises: Vec<Promise> = signed
        .flat_map(|project| {
            project.supports.iter().map(move |support| (project, support))
        })
        .collect();
    promises.sort_by_key(|(project, support)| (support.due, project.id.clone()));
    promises
}

/// The day something was done, where that was known by the end of the period.
fn done(sheet: &Sheet, support: &Support) -> Option<NaiveDate> {
    let in_time = support.submitted.is_none_or(|day| day <= sheet.last_day());
    support.done.filter(|day| in_time && *day <= sheet.figures.period.end())
}

fn state(sheet: &Sheet, support: &Support) -> Mark {
    match done(sheet, support) {
        Some(day) if day > support.due => mark(State::Met, "逾期办结"),
        Some(_) => mark(State::Met, "已办结"),
        None if sheet.figures.period.end() > support.due => {
            mark(State::Missed, "逾期未办")
        }
        None => mark(State::Due, "办理中"),
    }
}
