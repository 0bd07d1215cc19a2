//! 经验做法: what units have handed in as good practice, as an edition may tell of it.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::{
    day_cell, days, demo_mark, entries, text_cell, unit_names,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "经验做法",
    meaning: "当期各单位报送的特色亮点、经验做法：单位、做法、成效",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let days = days(sheet);
    let mut entries = entries(sheet, &[ActivityKind::Highlight]);
    entries.retain(|entry| days.contains(entry.date));
    let title = format!("{}报送的经验做法{}", date::span(&days), demo_mark(&entries));
    Columns::<&Activity>::new()
        .words("报送日期", 12, |entry| {
            day_cell(Some(entry.submitted.unwrap_or(entry.date)))
        })
        .words("单位", 18, |entry| text_cell(Some(&unit_names(sheet, &entry.units))))
        .words("经验做法", 36, |entry| &entry.subject)
        .words("成效", 34, |entry| text_cell(entry.result.as_deref()))
        .records("highlights", title, entries)
        .filled()
}
