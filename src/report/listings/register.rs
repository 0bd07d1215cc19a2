//! Registers: the entries of a kind as they stood at the end of a period, and the days that a period adds.

use chrono::{Duration, NaiveDate};

use crate::model::record::activity::{Activity, ActivityKind, Progress};
use crate::model::value::date::Days;
use crate::model::value::reference::{ProjectRef, UnitRef};
use crate::sheet::Sheet;
use crate::view::inline::Inline;
use crate::view::inline::Link;
use crate::view::inline::Mark;
use crate::view::table::Cell;
use crate::words::demo;
use crate::words::number::DASH;

/// The activities of some kinds up to the end of the period, as handed in by its last cut-off.
pub(crate) fn entries<'a>(
    sheet: &Sheet<'a>,
    kinds: &[ActivityKind],
) -> Vec<&'a Activity> {
    let (end, last) = (sheet.figures.period.end(), sheet.last_day());
    let records = sheet.book().activities.iter().map(|filed| filed.record.as_ref());
    let known = |one: &&Activity| {
        kinds.contains(&one.kind)
            && one.date <= end
            && one.submitted.is_none_or(|day| day <= last)
    };
    let mut found: Vec<&Activity> = records.filter(known).collect();
    found.sort_by_key(|one| (one.date, one.id.clone()));
    found
}

/// The days that a period adds; a campaign's reach back to its edition before, or to its start.
pub(crate) fn days(sheet: &Sheet) -> Days {
    let days = sheet.figures.period.days();
    let Some(campaign) = sheet.campaign() else { return days };
    let before = sheet.previous.map(|previous| previous.period.end());
    let first = campaign.days.start.min(campaign.counting.start);
    let start = before.map_or(first, |day| day + Duration::days(1));
    Days { start, end: days.end }
}

/// `（演示数据）` where a record is invented, else nothing.
pub(crate) fn demo_mark(records: &[&Activity]) -> &'static str {
    let demo = |one: &&Activity| one.demo.is_some_and(|flag| flag.0);
    demo::after_title(records.iter().any(demo))
}

/// How far an entry had come on a day; what was closed later was still open then.
pub(crate) fn state(entry: &Activity, day: NaiveDate) -> Mark {
    let late = |day: NaiveDate| entry.due.is_some_and(|due| day > due);
    let closed = closed(entry);
    let over = closed.filter(|closed| *closed <= day);
    match (over, entry.progress) {
        (Some(_), Some(Progress::Stopped)) => mark("due", "已终止"),
        (Some(closed), _) if late(closed) => mark("met", "逾期办结"),
        (Some(_), _) => mark("met", "已办结"),
        (None, None) if entry.due.is_none() => mark("due", "待跟进"),
        (None, _) if late(day) => mark("missed", "逾期未结"),
        (None, Some(Progress::Open)) => mark("due", "未启动"),
        (None, _) => mark("due", "推进中"),
    }
}

/// The day an entry was closed; the last one it is known for, where only its state tells.
fn closed(entry: &Activity) -> Option<NaiveDate> {
    let over = matches!(entry.progress, Some(Progress::Done | Progress::Stopped));
    let told = entry.closed.or(entry.updated).unwrap_or(entry.date);
    over.then_some(told)
}

/// A state as a mark with its word and colour.
pub(crate) fn mark(id: &str, word: &str) -> Mark {
    let color = match id {
        "met" => "#1b7f5c",
        "missed" => "#c8102e",
        _ => "#6b7280",
    };
    Mark { id: id.to_owned(), word: word.to_owned(), color: color.to_owned() }
}

/// A day in a narrow column: `2023-06-14`.
pub(crate) fn day_cell(day: Option<NaiveDate>) -> Cell {
    Cell::text(day.map_or(DASH.to_owned(), |day| day.to_string()))
}

/// Some text, or a dash where there is none.
pub(crate) fn text_cell(text: Option<&str>) -> Cell {
    Cell::text(text.filter(|text| !text.is_empty()).unwrap_or(DASH))
}

/// The names of some units, as the registry spells them.
pub(crate) fn units(sheet: &Sheet, units: &[UnitRef]) -> String {
    let name = |unit: &UnitRef| {
        let found = sheet.book().unit(unit).map(|unit| unit.name.as_str());
        found.unwrap_or(unit.as_str()).to_owned()
    };
    units.iter().map(name).collect::<Vec<_>>().join("、")
}

/// Some projects as links to their pages.
pub(crate) fn projects(sheet: &Sheet, projects: &[ProjectRef]) -> Cell {
    let mut inlines = Vec::new();
    for reference in projects {
        let named = |word: &str| word == reference.as_str();
        let records = sheet.book().projects.iter().map(|filed| &filed.record);
        let found =
            records.into_iter().find(|one| named(one.id.as_str()) || named(&one.name));
        let Some(project) = found else { continue };
        inlines.extend((!inlines.is_empty()).then(|| Inline::text("、")));
        let href = format!("projects/{}.html", project.id);
        inlines.push(Inline::Link { link: Link { text: project.name.clone(), href } });
    }
    if inlines.is_empty() {
        return Cell::text(DASH);
    }
    Cell { inlines, ..Cell::default() }
}
