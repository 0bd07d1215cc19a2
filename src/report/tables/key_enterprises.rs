//! 重点企业台账: the key enterprises that units have registered, with their classes and projects.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::register::{day_cell, state};
use crate::report::listings::register::{demo_mark, entries, projects, text_cell, units};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Column, Row, Table};

pub(super) const TABLE: TableKind = TableKind {
    name: "重点企业台账",
    meaning: "登记的重点企业：类别、申报单位、项目、认定情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let records = entries(sheet, &[ActivityKind::KeyEnterprise]);
    (!records.is_empty()).then(|| Table {
        id: "key-enterprises".to_owned(),
        title: format!("落地重点企业台账{}", demo_mark(&records)),
        unit: String::new(),
        columns: vec![
            Column::words("登记日期", 12),
            Column::words("企业", 24),
            Column::words("类别", 18),
            Column::words("填报单位", 14),
            Column::words("项目", 24),
            Column::words("状态", 10),
        ],
        rows: records.iter().map(|one| row(sheet, one)).collect(),
        notes: Vec::new(),
        wide: false,
    })
}

fn row(sheet: &Sheet, one: &Activity) -> Row {
    Row::body(vec![
        day_cell(Some(one.date)),
        text_cell(one.partner.as_deref()),
        Cell::text(one.classes.join("、")),
        Cell::text(units(sheet, &one.units)),
        projects(sheet, &one.projects),
        Cell::mark(state(one, sheet.figures.period.end())),
    ])
}
