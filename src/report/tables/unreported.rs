//! 未报清单: of what fell due in the period, who sent nothing, who sent it late, who reported that
//! there is nothing, and of whom nothing is recognised yet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::duties::{Content, DutyState, Kept, kept};
use crate::figures::facts::moment::known_for;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::Plan;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::model::plan::duty::Duty;
use crate::report::listings::columns::Columns;
use crate::report::listings::register::days;
use crate::report::tables::{Make, TableKind};
use crate::sheet::Sheet;
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::demo;
use crate::words::number::{DASH, exact};

pub(super) const TABLE: TableKind = TableKind {
    name: "未报清单",
    meaning: "当期到期的数据报送任务：未报的、逾期报的、报了零的、报了还没有认定的各是哪些单位，并建议扣分",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A period of a duty, with every unit's state.
struct Due<'a> {
    plan: &'a Plan,
    duty: &'a Duty,
    states: Vec<DutyState>,
}

fn make(sheet: &Sheet) -> Option<Table> {
    let dues = dues(sheet);
    let is_demo = dues.iter().flat_map(|due| &due.states).any(|state| state.demo);
    let has =
        |is: fn(&DutyState) -> bool| dues.iter().any(|due| due.states.iter().any(is));
    let columns = Columns::<&Due>::new()
        .words("报送任务", 14, |due| &due.duty.name)
        .words("期", 10, |due| date::period(&due.states[0].period))
        .words("应报", 12, |due| date::day(due.states[0].due))
        .words("未报", 26, |due| names(sheet, due, is_missing))
        .words("逾期报送", 16, |due| names(sheet, due, is_late))
        .when(has(is_late))
        .words("报了零", 16, |due| names(sheet, due, is_zero))
        .when(has(is_zero))
        .words("报了未认定", 16, |due| names(sheet, due, is_unrecognised))
        .when(has(is_unrecognised));
    let title = format!("到期未报清单{}", demo::after_title(is_demo));
    Table {
        wide: columns.len() > 4,
        notes: notes(sheet, &dues),
        ..columns.listing("unreported", title, &dues)
    }
    .filled()
}

/// The duties that bring records, for each period of the edition that fell due by its last day, and
/// for those before it that were not due yet in the edition before. What is not due is not missing.
fn dues<'a>(sheet: &Sheet<'a>) -> Vec<Due<'a>> {
    let (book, own, last_day) = (sheet.basis.book, days(sheet), sheet.last_day());
    let mut dues: Vec<Due> = Vec::new();
    for plan in sheet.plans() {
        let told = told_before(sheet, plan);
        for duty in plan.duties.iter().filter(|duty| duty.brings_records()) {
            let mut states = kept(book, plan, duty, last_day);
            states.retain(|state| {
                let end = state.period.end();
                own.contains(end)
                    || end < own.start && told.is_some_and(|told| told < state.due)
            });
            let parts = states.chunk_by(|one, other| one.period == other.period);
            dues.extend(parts.map(|states| Due { plan, duty, states: states.to_vec() }));
        }
    }
    dues
}

/// The last day of which anything is told in the edition before of the same series; `None` outside
/// the plan.
fn told_before(sheet: &Sheet, plan: &Plan) -> Option<NaiveDate> {
    let last = || sheet.previous.map(|previous| previous.period.clone());
    let before = sheet.figures.period.previous().or_else(last)?;
    let is_covered = plan.span.contains(before.end());
    is_covered.then(|| known_for(sheet.book(), plan, &before))
}

fn is_missing(state: &DutyState) -> bool {
    state.kept == Kept::Missing
}

fn is_late(state: &DutyState) -> bool {
    matches!(state.kept, Kept::Late(_))
}

fn is_zero(state: &DutyState) -> bool {
    state.content == Some(Content::Zero)
}

fn is_unrecognised(state: &DutyState) -> bool {
    state.content == Some(Content::Unrecognised)
}

/// The units in a state, with their number where there are several.
fn names(sheet: &Sheet, due: &Due, is: fn(&DutyState) -> bool) -> Cell {
    let states = due.states.iter().filter(|state| is(state));
    let names: Vec<String> = states.map(|state| name(sheet, &state.unit)).collect();
    Cell::text(match names.len() {
        0 => DASH.to_owned(),
        1 => names[0].clone(),
        many => format!("{many}个：{}", names.join("、")),
    })
}

fn name(sheet: &Sheet, unit: &str) -> String {
    sheet.name(&Scope::Unit(unit.to_owned()))
}

fn notes(sheet: &Sheet, dues: &[Due]) -> Vec<String> {
    let day = date::day(sheet.last_day());
    let known = format!("按{day}以前报来的记录；没有到期的不作未报。");
    std::iter::once(known).chain(proposals(sheet, dues)).collect()
}

/// What the missing reports would cost by the items that the duties name: nothing is taken off
/// until someone decides so.
fn proposals(sheet: &Sheet, dues: &[Due]) -> Vec<String> {
    let mut items: Vec<(&ScoreItem, BTreeMap<&str, usize>)> = Vec::new();
    for due in dues {
        let Some(item) = due.plan.deduction(due.duty) else { continue };
        let at = items.iter().position(|(known, _)| known.id == item.id);
        let at = at.unwrap_or_else(|| {
            items.push((item, BTreeMap::new()));
            items.len() - 1
        });
        for state in due.states.iter().filter(|state| is_missing(state)) {
            *items[at].1.entry(&state.unit).or_default() += 1;
        }
    }
    let made = items.iter().filter(|(_, missed)| !missed.is_empty());
    made.map(|(item, missed)| proposal(sheet, item, missed)).collect()
}

fn proposal(sheet: &Sheet, item: &ScoreItem, missed: &BTreeMap<&str, usize>) -> String {
    let each = item.each.map_or(Decimal::ONE, |each| each.0);
    let times: BTreeSet<usize> = missed.values().copied().collect();
    let of = |times: &usize| {
        let units = sheet.register().units().iter();
        let units = units.filter(|unit| missed.get(unit.id.as_str()) == Some(times));
        let names: Vec<&str> = units.map(|unit| unit.name.as_str()).collect();
        let points = exact(each * Decimal::from(*times));
        let each = if names.len() > 1 { "各" } else { "" };
        format!("{}{each}扣{points}分", names.join("、"))
    };
    let parts: Vec<String> = times.iter().rev().map(of).collect();
    format!(
        "扣分建议：按“{}”（依据{}）未报一项扣{}分，{}；核定后登记才计分。",
        item.name,
        item.clause.cited(),
        exact(each),
        parts.join("；")
    )
}
