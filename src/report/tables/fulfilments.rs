//! 履约对照: what investors promised beside what was found. Nothing follows from it by itself.

use crate::model::dictionary::Level;
use crate::model::record::project::{Fulfilment, Project};
use crate::report::listings::columns::Columns;
use crate::report::listings::links::project_link;
use crate::report::listings::register::{day_cell, text_cell};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "履约对照",
    meaning: "投资方约定的和核实的数，逐项对照，不计分，按期末的情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A project with something that its investor promised.
type Promised<'a> = (&'a Project, &'a Fulfilment);

fn make(sheet: &Sheet) -> Option<Table> {
    let end = sheet.figures.period.end();
    let projects = (0..sheet.book().projects.len()).map(|at| sheet.project(at));
    let promised: Vec<Promised> = projects
        .flat_map(|project| project.fulfilments.iter().map(move |one| (project, one)))
        .collect();
    let is_demo = promised.iter().any(|(project, _)| project.is_demo());
    let columns = Columns::<Promised>::new()
        .words("项目", 24, |(project, _)| project_link(project))
        .words("事项", 14, |(_, one)| one.item.label())
        .words("年份", 8, |(_, one)| {
            let year = one.year.map(|year| year.0.to_string());
            text_cell(year.as_deref())
        })
        .numbers("约定", 12, |(_, one)| one.promised.to_string())
        .numbers("实际", 12, |(_, one)| {
            text_cell(one.found(end).map(|found| found.to_string()).as_deref())
        })
        .words("核实日期", 12, |(_, one)| {
            day_cell(one.verified.filter(|day| *day <= end))
        })
        .words("说明", 20, |(_, one)| text_cell(one.note.as_deref()));
    let title = format!("履约对照{}", demo::after_title(is_demo));
    let note =
        format!("约定和{}以前核实的数对照列出，不计分；“—”为没有核实。", date::day(end));
    Table { notes: vec![note], ..columns.records("fulfilments", title, promised) }
        .filled()
}
