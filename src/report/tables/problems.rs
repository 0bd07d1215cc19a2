//! 问题台账: the problems of projects, who settles them by when, and how far that has come.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::register::{
    day_cell, demo_mark, entries, projects, state, text_cell, units,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "问题台账",
    meaning: "登记的项目问题：承办单位、时限、办理状态，按期末的情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let records = entries(sheet, &[ActivityKind::Problem]);
    (!records.is_empty()).then(|| Table {
        id: "problems".to_owned(),
        title: format!("项目问题台账{}", demo_mark(&records)),
        unit: String::new(),
        columns: columns(&records),
        rows: records.iter().map(|one| row(sheet, &records, one)).collect(),
        notes: vec![format!(
            "状态为{}的情况；“逾期”指超过办结时限。",
            date::day(sheet.figures.period.end())
        )],
        wide: false,
    })
}

/// Whether the problems are told with their projects.
fn with_projects(records: &[&Activity]) -> bool {
    records.iter().any(|one| !one.projects.is_empty())
}

fn columns(records: &[&Activity]) -> Vec<Column> {
    let mut columns = vec![Column::words("登记日期", 12), Column::words("问题", 24)];
    columns.extend(with_projects(records).then(|| Column::words("所涉项目", 22)));
    columns.extend([
        Column::words("承办单位", 14),
        Column::words("办结时限", 12),
        Column::words("状态", 11),
        Column::words("办结日期", 12),
    ]);
    columns
}

fn row(sheet: &Sheet, records: &[&Activity], one: &Activity) -> Row {
    let end = sheet.figures.period.end();
    let owner = one.owner.as_ref().map(|owner| units(sheet, std::slice::from_ref(owner)));
    let mut cells = vec![day_cell(Some(one.date)), Cell::text(&one.subject)];
    cells.extend(with_projects(records).then(|| projects(sheet, &one.projects)));
    cells.extend([
        text_cell(owner.or_else(|| Some(units(sheet, &one.units))).as_deref()),
        day_cell(one.due),
        Cell::mark(state(one, end)),
        day_cell(one.closed.filter(|day| *day <= end)),
    ]);
    Row::body(cells)
}
