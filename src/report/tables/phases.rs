//! 行动阶段: the days of a campaign, its counting window and its phases, and which of them has come.

use chrono::NaiveDate;

use crate::model::dictionary::Level;
use crate::model::plan::campaign::Campaign;
use crate::model::value::date::Days;
use crate::report::listings::register::mark;
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "行动阶段",
    meaning: "一次行动的起止、计数时段和各阶段，进行到哪一步",
    level: Level::Public,
    make: Make::Sheet(make),
};

fn make(sheet: &Sheet) -> Option<Table> {
    let campaign = sheet.campaign()?;
    let day = sheet.figures.period.end();
    Some(Table {
        id: "phases".to_owned(),
        title: "行动起止、计数时段和阶段".to_owned(),
        unit: String::new(),
        columns: vec![
            Column::words("阶段", 22),
            Column::words("起", 18),
            Column::words("止", 18),
            Column::words("依据", 16),
            Column::words("状态", 14),
        ],
        rows: rows(campaign, day),
        notes: notes(campaign, day),
        wide: false,
    })
}

fn rows(campaign: &Campaign, day: NaiveDate) -> Vec<Row> {
    let phases = campaign.phases.iter();
    let phases =
        phases.map(|phase| row(&phase.name, &phase.days, &phase.clause.text, day));
    let whole = row("行动起止", &campaign.days, "", day);
    let counting = row("项目计数时段", &campaign.counting, &campaign.clause.text, day);
    let kind = RowKind::Subtotal;
    phases.chain([whole, counting].map(|row| Row { kind, ..row })).collect()
}

fn row(name: &str, days: &Days, clause: &str, day: NaiveDate) -> Row {
    Row::body(vec![
        Cell::text(name),
        Cell::text(date::day(days.start)),
        Cell::text(date::day(days.end)),
        Cell::text(clause),
        Cell::mark(come(days, day)),
    ])
}

/// Whether some days are over, are running or lie ahead.
fn come(days: &Days, day: NaiveDate) -> Mark {
    match day {
        day if day < days.start => mark("due", "未开始"),
        day if day >= days.end => mark("met", "已结束"),
        _ => mark("running", "进行中"),
    }
}

fn notes(campaign: &Campaign, day: NaiveDate) -> Vec<String> {
    let length = campaign.length.as_ref();
    let length = length.map(|length| format!("计数时段首尾两天都算，共{}天。", length.0));
    let until = format!("状态为{}的情况。", date::day(day));
    length.into_iter().chain([until]).collect()
}
