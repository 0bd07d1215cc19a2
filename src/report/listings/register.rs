//! Registers: the entries of a kind as they stood at the end of a period, and the days that a period adds.

use chrono::{Duration, NaiveDate};

use crate::model::book::Book;
use crate::model::record::activity::{Activity, ActivityKind, Progress};
use crate::model::value::date::Days;
use crate::model::value::reference::{LeaderRef, ProjectRef, UnitRef};
use crate::report::listings::links::project_link;
use crate::report::listings::marks::{State, mark};
use crate::sheet::Sheet;
use crate::view::inline::{Inline, Mark};
use crate::view::table::{Cell, Excerpt};
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

/// The activities of some kinds up to the end of the period, as handed in by its last cut-off.
pub(crate) fn entries<'a>(
    sheet: &Sheet<'a>,
    kinds: &[ActivityKind],
) -> Vec<&'a Activity> {
    let (end, last) = (sheet.figures.period.end(), sheet.last_day());
    let records = sheet.book().activities.iter().map(|filed| filed.record.as_ref());
    let mut entries: Vec<&Activity> = records
        .filter(|activity| {
            kinds.contains(&activity.kind)
                && activity.date <= end
                && activity.submitted.is_none_or(|day| day <= last)
        })
        .collect();
    entries.sort_by(|one, other| (one.date, &one.id).cmp(&(other.date, &other.id)));
    entries
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
    let is_demo = |activity: &&Activity| activity.demo.is_some_and(|flag| flag.0);
    demo::after_title(records.iter().any(is_demo))
}

/// How far an entry had come on a day; what was closed later was still open then.
pub(crate) fn state(entry: &Activity, day: NaiveDate) -> Mark {
    let late = |day: NaiveDate| entry.due.is_some_and(|due| day > due);
    match (closed(entry).filter(|closed| *closed <= day), entry.progress) {
        (Some(_), Some(Progress::Stopped)) => mark(State::Due, "已终止"),
        (Some(closed), _) if late(closed) => mark(State::Met, "逾期办结"),
        (Some(_), _) => mark(State::Met, "已办结"),
        (None, None) if entry.due.is_none() => mark(State::Due, "待跟进"),
        (None, _) if late(day) => mark(State::Missed, "逾期未结"),
        (None, Some(Progress::Open)) => mark(State::Due, "未启动"),
        (None, _) => mark(State::Due, "推进中"),
    }
}

/// Whether an entry was not closed yet on a day.
pub(crate) fn is_open(entry: &Activity, day: NaiveDate) -> bool {
    closed(entry).is_none_or(|closed| day < closed)
}

/// The day an entry was closed; the last one it is known for, where only its state tells.
fn closed(entry: &Activity) -> Option<NaiveDate> {
    let is_over = matches!(entry.progress, Some(Progress::Done | Progress::Stopped));
    is_over.then_some(entry.closed.or(entry.updated).unwrap_or(entry.date))
}

/// What stands of a register beside other things.
const NEWS: &str = "本期新增、更新、到期或逾期的";

/// The excerpt of a register: the rows with something new, due or late; a row without an entry has
/// nothing.
pub(crate) fn news<'a>(
    sheet: &Sheet,
    rows: impl IntoIterator<Item = Option<&'a Activity>>,
) -> Option<Excerpt> {
    let (days, end) = (days(sheet), sheet.figures.period.end());
    let is_new = |entry: &Activity| {
        let of_entry = [Some(entry.date), entry.updated, entry.due, closed(entry)];
        let is_late = is_open(entry, end) && entry.due.is_some_and(|due| due < end);
        is_late || of_entry.into_iter().flatten().any(|day| days.contains(day))
    };
    excerpt(rows.into_iter().map(|entry| entry.is_some_and(is_new)))
}

/// The excerpt of the rows that say something new.
pub(crate) fn excerpt(is_new: impl Iterator<Item = bool>) -> Option<Excerpt> {
    let rows = is_new.enumerate().filter(|(_, new)| *new).map(|(at, _)| at).collect();
    Some(Excerpt { rows, what: NEWS })
}

/// A day in a narrow column: `2023-06-14`.
pub(crate) fn day_cell(day: Option<NaiveDate>) -> Cell {
    Cell::text(day.map_or(DASH.to_owned(), |day| day.to_string()))
}

/// Some text, or a dash where there is none.
pub(crate) fn text_cell(text: Option<&str>) -> Cell {
    Cell::text(text.filter(|text| !text.is_empty()).unwrap_or(DASH))
}

/// The name of a unit in the period.
pub(crate) fn unit_name(sheet: &Sheet, reference: &UnitRef) -> String {
    let unit = sheet.register().unit(reference);
    unit.map_or(reference.as_str(), |unit| &unit.name).to_owned()
}

/// The names of some units in the period.
pub(crate) fn unit_names(sheet: &Sheet, references: &[UnitRef]) -> String {
    let names = references.iter().map(|reference| unit_name(sheet, reference));
    names.collect::<Vec<_>>().join("、")
}

/// The names of some leaders, as the registry spells them; a dash where there are none.
pub(crate) fn leader_names(book: &Book, references: &[LeaderRef]) -> String {
    let name = |reference: &LeaderRef| {
        let leader = book.leader_called(reference.as_str());
        leader.map_or(reference.as_str(), |leader| &leader.name).to_owned()
    };
    if references.is_empty() {
        return DASH.to_owned();
    }
    references.iter().map(name).collect::<Vec<_>>().join("、")
}

/// The names of those of some leaders who are in office at the end of the period; a dash where nobody
/// is.
pub(crate) fn leaders_in_office(sheet: &Sheet, references: &[LeaderRef]) -> String {
    let (end, known) = (sheet.figures.period.end(), sheet.last_day());
    let day = Days { start: end, end };
    let in_office = |reference: &&LeaderRef| {
        let leader = sheet.book().leader_called(reference.as_str());
        leader.is_none_or(|leader| leader.serves(day, known))
    };
    let serving: Vec<LeaderRef> = references.iter().filter(in_office).cloned().collect();
    leader_names(sheet.book(), &serving)
}

/// The names of some leaders with the days on which each came or left, as was known on a day; a dash
/// where there are none.
pub(crate) fn leaders_with_terms(
    book: &Book,
    references: &[LeaderRef],
    known: NaiveDate,
) -> String {
    let name = |reference: &LeaderRef| {
        let Some(leader) = book.leader_called(reference.as_str()) else {
            return reference.as_str().to_owned();
        };
        let term = leader.terms_by(known).last();
        let since = term.and_then(|term| term.since).map(date::day);
        let until = term.and_then(|term| term.until).map(date::day);
        let term = match (since, until) {
            (None, None) => String::new(),
            (Some(since), None) => format!("（{since}到任）"),
            (None, Some(until)) => format!("（任至{until}）"),
            (Some(since), Some(until)) => format!("（{since}到任，任至{until}）"),
        };
        format!("{}{term}", leader.name)
    };
    if references.is_empty() {
        return DASH.to_owned();
    }
    references.iter().map(name).collect::<Vec<_>>().join("、")
}

/// Some projects as links to their pages; a dash where there are none.
pub(crate) fn project_links(sheet: &Sheet, references: &[ProjectRef]) -> Cell {
    let projects = references
        .iter()
        .filter_map(|reference| sheet.book().project_called(reference.as_str()));
    let mut inlines = Vec::new();
    for project in projects {
        inlines.extend((!inlines.is_empty()).then(|| Inline::text("、")));
        inlines.push(Inline::Link { link: project_link(&project.record) });
    }
    if inlines.is_empty() { Cell::text(DASH) } else { Cell::run(inlines) }
}
