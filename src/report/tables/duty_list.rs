//! 责任清单: what leaders agreed out of town and in talks at home, with who follows it and by when.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::{
    day_cell, days, demo_mark, entries, is_open, leader_names, state, text_cell,
    unit_name,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "责任清单",
    meaning: "写明承办单位的外出招商和洽谈：事项、承办单位、时限、状态、下步；当期的和以前没有办结的",
    level: Level::Internal,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let (days, end) = (days(sheet), sheet.figures.period.end());
    let mut entries = entries(sheet, &[ActivityKind::Trip, ActivityKind::Talks]);
    entries.retain(|entry| {
        entry.owner.is_some() && (days.contains(entry.date) || is_open(entry, end))
    });
    let columns = Columns::<&Activity>::new()
        .words("日期", 13, |entry| day_cell(Some(entry.date)))
        .words("领导", 16, |entry| leader_names(sheet.book(), &entry.leaders))
        .when(sheet.sees(Level::Leader))
        .words("事项", 24, |entry| &entry.subject)
        .words("企业", 20, |entry| text_cell(entry.partner.as_deref()))
        .words("结果", 18, |entry| text_cell(entry.result.as_deref()))
        .words("承办单位", 18, |entry| {
            text_cell(
                entry.owner.as_ref().map(|owner| unit_name(sheet, owner)).as_deref(),
            )
        })
        .words("时限", 13, |entry| day_cell(entry.due))
        .words("状态", 12, |entry| state(entry, end))
        .words("下步打算", 20, |entry| {
            let updated = entry.updated.is_some_and(|day| day <= end);
            text_cell(entry.next.as_deref().filter(|_| updated))
        });
    let title = format!("{}责任清单{}", date::span(&days), demo_mark(&entries));
    let note = format!("状态为{}的情况；以前各期没有办结的一并列出。", date::day(end));
    Table {
        notes: vec![note],
        wide: true,
        ..columns.records("duty-list", title, entries)
    }
    .filled()
}
