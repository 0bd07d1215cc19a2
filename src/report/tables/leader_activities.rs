//! 领导活动情况: what leaders led in the days of the period, one row for each activity.

use crate::model::dictionary::Level;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::report::listings::columns::Columns;
use crate::report::listings::register::{
    day_cell, days, demo_mark, entries, leader_names, text_cell, unit_names,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::Table;
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "领导活动情况",
    meaning: "当期有领导带队的活动：日期、领导、事项、地点、单位、成果",
    level: Level::Leader,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let days = days(sheet);
    let mut activities = entries(sheet, ActivityKind::ALL);
    activities
        .retain(|activity| !activity.leaders.is_empty() && days.contains(activity.date));
    let title = format!("{}领导活动情况{}", date::span(&days), demo_mark(&activities));
    Columns::<&Activity>::new()
        .words("日期", 12, |activity| day_cell(Some(activity.date)))
        .words("领导", 20, |activity| leader_names(sheet.book(), &activity.leaders))
        .words("事项", 30, |activity| &activity.subject)
        .words("参加单位", 24, |activity| {
            text_cell(Some(&unit_names(sheet, &activity.units)))
        })
        .words("成果", 22, |activity| text_cell(activity.result.as_deref()))
        .records("leader-activities", title, activities)
        .filled()
}
