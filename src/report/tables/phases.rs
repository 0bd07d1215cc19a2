//! 行动阶段: the days of a campaign, its counting window and its phases, and which of them has come.

use chrono::NaiveDate;

use crate::model::dictionary::Level;
use crate::model::plan::campaign::Campaign;
use crate::model::value::date::Days;
use crate::report::listings::columns::Columns;
use crate::report::listings::marks::{State, mark};
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::inline::Mark;
use crate::view::table::{RowKind, Table};
use crate::words::date;

pub(super) const TABLE: TableKind = TableKind {
    name: "行动阶段",
    meaning: "一次行动的起止、计数时段和各阶段，进行到哪一步",
    level: Level::Public,
    make: Make::Sheet(make),
};

/// A name with its days, and the place in the plan.
type Stretch<'a> = (&'a str, &'a Days, &'a str);

fn make(sheet: &Sheet) -> Option<Table> {
    let campaign = sheet.campaign()?;
    let day = sheet.figures.period.end();
    let columns = Columns::<Stretch>::new()
        .words("阶段", 22, |(name, ..)| name)
        .words("起", 18, |(_, days, _)| date::day(days.start))
        .words("止", 18, |(_, days, _)| date::day(days.end))
        .words("依据", 16, |(.., clause)| clause)
        .words("状态", 14, |(_, days, _)| state(days, day));
    let phases = campaign
        .phases
        .iter()
        .map(|phase| (phase.name.as_str(), &phase.days, phase.clause.text.as_str()))
        .map(|phase| columns.row(RowKind::Body, phase));
    let whole = [
        ("行动起止", &campaign.days, ""),
        ("项目计数时段", &campaign.counting, &campaign.clause.text),
    ];
    let rows =
        phases.chain(whole.map(|days| columns.row(RowKind::Subtotal, days))).collect();
    Some(Table {
        notes: notes(campaign, day),
        ..columns.table("phases", "行动起止、计数时段和阶段", rows)
    })
}

/// Whether some days are over, are running or lie ahead.
fn state(days: &Days, day: NaiveDate) -> Mark {
    match day {
        day if day < days.start => mark(State::Due, "未开始"),
        day if day >= days.end => mark(State::Met, "已结束"),
        _ => mark(State::Running, "进行中"),
    }
}

fn notes(campaign: &Campaign, day: NaiveDate) -> Vec<String> {
    let length = campaign
        .length
        .as_ref()
        .map(|length| format!("计数时段首尾两天都算，共{}天。", length.0));
    length.into_iter().chain([format!("状态为{}的情况。", date::day(day))]).collect()
}
