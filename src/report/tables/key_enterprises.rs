//! 重点企业台账: the key enterprises that units have registered, with their classes and projects.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::{
    day_cell, demo_mark, entries, project_links, state, text_cell, unit_names,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;

pub(super) const TABLE: TableKind = TableKind {
    name: "重点企业台账",
    meaning: "登记的重点企业：类别、申报单位、项目、认定情况",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let entries = entries(sheet, &[ActivityKind::KeyEnterprise]);
    let title = format!("落地重点企业台账{}", demo_mark(&entries));
    Columns::<&Activity>::new()
        .words("登记日期", 12, |entry| day_cell(Some(entry.date)))
        .words("企业", 24, |entry| text_cell(entry.partner.as_deref()))
        .words("类别", 18, |entry| entry.classes.join("、"))
        .words("填报单位", 14, |entry| unit_names(sheet, &entry.units))
        .words("项目", 24, |entry| project_links(sheet, &entry.projects))
        .words("状态", 10, |entry| state(entry, sheet.figures.period.end()))
        .records("key-enterprises", title, entries)
        .filled()
}
