//! 领导活动情况: what leaders led in the days of the period, one row for each activity.

use crate::model::dictionary::Level;
use crate::model::record::activity::Activity;
use crate::model::record::activity::ActivityKind;
use crate::report::listings::register::{
    day_cell, days, demo_mark, entries, text_cell, units,
};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "领导活动情况",
    meaning: "当期有领导带队的活动：日期、领导、事项、地点、单位、成果",
    level: Level::Leader,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let days = days(sheet);
    let mut records = entries(sheet, ActivityKind::ALL);
    records.retain(|one| !one.leaders.is_empty() && days.contains(one.date));
    (!records.is_empty()).then(|| Table {
        id: "leader-activities".to_owned(),
        title: format!("{}领导活动情况{}", date::span(&days), demo_mark(&records)),
        unit: String::new(),
        columns: vec![
            Column::words("日期", 12),
            Column::words("领导", 20),
            Column::words("事项", 30),
            Column::words("参加单位", 24),
            Column::words("成果", 22),
        ],
        rows: records.iter().map(|one| row(sheet, one)).collect(),
        notes: Vec::new(),
        wide: false,
    })
}

fn row(sheet: &Sheet, one: &Activity) -> Row {
    let name = |word: &str| {
        let found = sheet.book().leader_called(word).map(|one| one.name.as_str());
        found.unwrap_or(word).to_owned()
    };
    let leaders = one.leaders.iter().map(|leader| name(leader.as_str()));
    Row::body(vec![
        day_cell(Some(one.date)),
        Cell::text(leaders.collect::<Vec<_>>().join("、")),
        Cell::text(&one.subject),
        text_cell(Some(&units(sheet, &one.units))),
        text_cell(one.result.as_deref()),
    ])
}
