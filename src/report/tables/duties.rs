//! 报送履约情况: what units had to hand in during the period, who did so in time, late or not at all.

use chrono::{Datelike, NaiveDate};

use crate::figures::facts::duties::{DutyState, Kept, kept};
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::duty::{Duty, Rhythm};
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::registry::Unit;
use crate::model::value::date::Days;
use crate::report::listings::register::days;
use crate::report::tables::{Make, TableKind, cell, unit_inline};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::inline::Inline;
use crate::view::table::{Cell, Column, Row, Table};
use crate::words::date;
use crate::words::demo;
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "报送履约情况",
    meaning: "当期到期的各项报送任务：各单位按时、逾期还是未报，累计缺报几次",
    level: Level::Internal,
    make: Make::Sheet(make),
};

/// A duty with the days on which it was due in the period, and every unit's states.
struct Due<'a> {
    duty: &'a Duty,
    days: Vec<NaiveDate>,
    states: Vec<DutyState>,
}

fn make(sheet: &Sheet) -> Option<Table> {
    let due = due(sheet);
    let missed: Vec<IndicatorView> =
        sheet.views().filter(|view| counts_missed(view)).collect();
    let mut units: Vec<&Unit> = Vec::new();
    for unit in due.iter().flat_map(|one| sheet.book().units_in(&one.duty.units)) {
        if !units.contains(&unit) {
            units.push(unit);
        }
    }
    let demo = due.iter().flat_map(|one| &one.states).any(|state| state.demo);
    let columns = columns(&due, &missed);
    (!units.is_empty()).then(|| Table {
        id: "duties".to_owned(),
        title: format!(
            "{}到期报送任务履约情况{}",
            date::span(&due_days(sheet)),
            demo::after_title(demo)
        ),
        unit: String::new(),
        wide: columns.len() > 8,
        columns,
        rows: units.iter().map(|unit| row(unit, &due, &missed)).collect(),
        notes: notes(sheet, &due),
    })
}

fn due<'a>(sheet: &Sheet<'a>) -> Vec<Due<'a>> {
    let (book, days) = (sheet.book(), due_days(sheet));
    let mut found = Vec::new();
    for plan in book.plans.iter().map(|filed| &filed.record) {
        for duty in &plan.duties {
            let mut states = kept(book, plan, duty, sheet.last_day());
            states.retain(|state| days.contains(state.due));
            let mut days: Vec<NaiveDate> = states.iter().map(|state| state.due).collect();
            days.dedup();
            if !days.is_empty() {
                found.push(Due { duty, days, states });
            }
        }
    }
    found
}

/// The days in which duties fall due; the last edition of a campaign also tells what ends it.
fn due_days(sheet: &Sheet) -> Days {
    let days = days(sheet);
    let end = sheet.figures.period.end();
    let last = sheet.campaign().is_some_and(|one| one.counting.end <= end);
    Days { end: if last { sheet.last_day() } else { days.end }, ..days }
}

fn counts_missed(view: &IndicatorView) -> bool {
    view.indicator().measure == MeasureKind::Missed
}

fn columns(due: &[Due], missed: &[IndicatorView]) -> Vec<Column> {
    let mut columns = vec![Column::words("单位", 18)];
    for one in due {
        let day = |day: &NaiveDate| {
            let head = format!("{}月{}日", day.month(), day.day());
            Column::words(&head, 9).under(&one.duty.name)
        };
        columns.extend(one.days.iter().map(day));
    }
    let count = |view: &IndicatorView| {
        Column::numbers(&format!("累计{}", view.indicator().short()), 10)
    };
    columns.extend(missed.iter().map(count));
    columns
}

fn row(unit: &Unit, due: &[Due], missed: &[IndicatorView]) -> Row {
    let mut cells = vec![Cell::inline(unit_inline(&unit.name, unit.id.as_str()))];
    for one in due {
        let state = |day: &NaiveDate| {
            let mut states = one.states.iter();
            states.find(|state| state.due == *day && state.unit == unit.id.as_str())
        };
        cells.extend(one.days.iter().map(|day| told(state(day))));
    }
    let scope = Scope::Unit(unit.id.to_string());
    cells.extend(missed.iter().map(|view| {
        let figure = view.figure(&scope);
        figure.map_or_else(
            || Cell::text(DASH),
            |figure| cell(view, figure, FigurePart::Value),
        )
    }));
    Row::body(cells)
}

/// A state in a narrow cell; what was missed stands out.
fn told(state: Option<&DutyState>) -> Cell {
    match state.map(|state| state.kept) {
        Some(Kept::InTime(_)) => Cell::text("按时"),
        Some(Kept::Late(day)) => {
            let text = format!("逾期（{}.{}）", day.month(), day.day());
            Cell::inline(Inline::Strong { text })
        }
        Some(Kept::Missing) => Cell::inline(Inline::Strong { text: "未报".to_owned() }),
        Some(Kept::BeforeIssue) => Cell::text("不计"),
        None => Cell::text(DASH),
    }
}

fn notes(sheet: &Sheet, due: &[Due]) -> Vec<String> {
    let rule = |one: &Due| {
        let duty = one.duty;
        let often = match duty.rhythm {
            Rhythm::Once => String::new(),
            other => other.label().to_owned(),
        };
        format!("{}：{often}{}前报送（{}）。", duty.name, duty.due, duty.clause.text)
    };
    let mut notes: Vec<String> = due.iter().map(rule).collect();
    let before = |state: &DutyState| state.kept == Kept::BeforeIssue;
    if due.iter().flat_map(|one| &one.states).any(before) {
        notes.push("“不计”：期限早于文件印发，不作缺报。".to_owned());
    }
    let end = date::day(sheet.figures.period.end());
    notes.extend(
        sheet
            .views()
            .any(|view| counts_missed(&view))
            .then(|| format!("累计数截至{end}。")),
    );
    notes
}
