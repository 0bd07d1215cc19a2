//! 报送履约情况: what papers units had to hand in during the period, who did so in time, late or not at all.

use chrono::{Datelike, NaiveDate};

use crate::figures::facts::duties::{DutyState, Kept, kept};
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::duty::{Duty, Rhythm};
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::registry::Unit;
use crate::model::value::date::Days;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::scope_cell;
use crate::report::listings::links::unit_inline;
use crate::report::listings::register::days;
use crate::report::tables::{Make, TableKind};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Table};
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

/// More columns than that ask for a turned page.
const WIDE: usize = 8;

pub(super) const TABLE: TableKind = TableKind {
    name: "报送履约情况",
    meaning: "当期到期的各项材料报送任务：各单位按时、逾期还是未报，累计缺报几次",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A duty with the days on which it was due in the period, and every unit's states.
struct DueDuty<'a> {
    duty: &'a Duty,
    days: Vec<NaiveDate>,
    states: Vec<DutyState>,
}

fn make(sheet: &Sheet) -> Option<Table> {
    let duties = due_duties(sheet);
    let missed: Vec<IndicatorView> = sheet.views().filter(counts_missed).collect();
    let columns = columns(&duties, &missed);
    let is_demo = duties.iter().flat_map(|due| &due.states).any(|state| state.demo);
    let title = format!(
        "{}到期报送任务履约情况{}",
        date::span(&due_days(sheet)),
        demo::after_title(is_demo)
    );
    Table {
        wide: columns.len() > WIDE,
        notes: notes(sheet, &duties, !missed.is_empty()),
        ..columns.listing("duties", title, units(sheet, &duties))
    }
    .filled()
}

fn columns<'a>(
    duties: &'a [DueDuty],
    missed: &'a [IndicatorView],
) -> Columns<'a, &'a Unit> {
    let mut columns = Columns::<&Unit>::new()
        .words("单位", 18, |unit| unit_inline(&unit.name, unit.id.as_str()));
    for due in duties {
        for day in &due.days {
            let head = format!("{}月{}日", day.month(), day.day());
            columns = columns
                .words(&head, 9, |unit| state_cell(due.state(unit, *day)))
                .under(&due.duty.name);
        }
    }
    missed.iter().fold(columns, |columns, view| {
        columns.numbers(&format!("累计{}", view.indicator().short()), 10, |unit| {
            scope_cell(view, &Scope::Unit(unit.id.to_string()), FigurePart::Value)
        })
    })
}

impl DueDuty<'_> {
    fn state(&self, unit: &Unit, day: NaiveDate) -> Option<&DutyState> {
        let mut states = self.states.iter();
        states.find(|state| state.due == day && state.unit == unit.id.as_str())
    }
}

/// The units that have any of the duties.
fn units<'a>(sheet: &Sheet<'a>, duties: &[DueDuty]) -> Vec<&'a Unit> {
    let mut units: Vec<&Unit> = Vec::new();
    for unit in duties.iter().flat_map(|due| sheet.register().units_in(&due.duty.units)) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    units
}

/// The duties that fell due in the period.
fn due_duties<'a>(sheet: &Sheet<'a>) -> Vec<DueDuty<'a>> {
    let (book, period) = (sheet.book(), due_days(sheet));
    let plans = book.plans.iter().map(|filed| &filed.record);
    let duties = plans.flat_map(|plan| plan.duties.iter().map(move |duty| (plan, duty)));
    // Those that bring records have a list of their own.
    let handed_in = duties.filter(|(_, duty)| !duty.brings_records());
    handed_in
        .map(|(plan, duty)| {
            let mut states = kept(book, plan, duty, sheet.last_day());
            states.retain(|state| period.contains(state.due));
            let mut days: Vec<NaiveDate> = states.iter().map(|state| state.due).collect();
            days.dedup();
            DueDuty { duty, days, states }
        })
        .filter(|due| !due.days.is_empty())
        .collect()
}

/// The days in which duties fall due; the last edition of a campaign also tells what ends it.
fn due_days(sheet: &Sheet) -> Days {
    let days = days(sheet);
    let end = sheet.figures.period.end();
    let is_last = sheet.campaign().is_some_and(|campaign| campaign.counting.end <= end);
    Days { end: if is_last { sheet.last_day() } else { days.end }, ..days }
}

fn counts_missed(view: &IndicatorView) -> bool {
    view.indicator().measure == MeasureKind::Missed
}

/// A state in a narrow cell; what was missed stands out.
fn state_cell(state: Option<&DutyState>) -> Cell {
    let strong = |text: String| Cell::inline(Inline::Strong { text });
    match state.map(|state| state.kept) {
        Some(Kept::InTime(_)) => Cell::text("按时"),
        Some(Kept::Late(day)) => strong(format!("逾期（{}.{}）", day.month(), day.day())),
        Some(Kept::Missing) => strong("未报".to_owned()),
        Some(Kept::BeforeIssue) => Cell::text("不计"),
        None => Cell::text(DASH),
    }
}

fn notes(sheet: &Sheet, duties: &[DueDuty], counts_missed: bool) -> Vec<String> {
    let mut notes: Vec<String> = duties.iter().map(|due| rule(due.duty)).collect();
    let mut states = duties.iter().flat_map(|due| &due.states);
    if states.any(|state| state.kept == Kept::BeforeIssue) {
        notes.push("“不计”：期限早于文件印发，不作缺报。".to_owned());
    }
    let end = date::day(sheet.figures.period.end());
    notes.extend(counts_missed.then(|| format!("累计数截至{end}。")));
    notes
}

/// How often and by when a duty is handed in.
fn rule(duty: &Duty) -> String {
    let often = match duty.rhythm {
        Rhythm::Once => "",
        other => other.label(),
    };
    format!("{}：{often}{}前报送（{}）。", duty.name, duty.due, duty.clause.text)
}
