//! 经验做法: what units have handed in as good practice, as an edition may tell of it.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::register::{
    day_cell, days, demo_mark, entries, text_cell, units,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "经验做法",
    meaning: "当期各单位报送的特色亮点、经验做法：单位、做法、成效",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let days = days(sheet);
    let mut records = entries(sheet, &[ActivityKind::Highlight]);
    records.retain(|one| days.contains(one.date));
    (!records.is_empty()).then(|| Table {
        id: "highlights".to_owned(),
        title: format!("{}报送的经验做法{}", date::span(&days), demo_mark(&records)),
        unit: String::new(),
        columns: vec![
            Column::words("报送日期", 12),
            Column::words("单位", 18),
            Column::words("经验做法", 36),
            Column::words("成效", 34),
        ],
        rows: records.iter().map(|one| row(sheet, one)).collect(),
        notes: Vec::new(),
        wide: false,
    })
}

fn row(sheet: &Sheet, one: &Activity) -> Row {
    Row::body(vec![
        day_cell(Some(one.submitted.unwrap_or(one.date))),
        text_cell(Some(&units(sheet, &one.units))),
        Cell::text(&one.subject),
        text_cell(one.result.as_deref()),
    ])
}
