//! 分年完成情况: the years of a goal that runs over several.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::facts::fact::Judgement;
use crate::figures::facts::ledger::sums;
use crate::figures::facts::reporting::TotalOf;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::Accrual;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::part_cell;
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::sheet::printed::{DatedPart, PrintedPart};
use crate::view::inline::Number;
use crate::view::table::{Cell, Row, RowKind, Table};
use crate::words::number::{exact, fixed, percent};

pub(super) const TABLE: TableKind = TableKind {
    name: "分年完成情况",
    meaning: "一个方案期累计指标：各年完成数、累计数、占目标的比例",
    level: Level::Public,
    make: Make::Indicator(make),
};

/// A year up to its end or the period's, with what came about in it and by its end.
#[derive(Clone, Copy)]
struct Year {
    end: NaiveDate,
    added: Decimal,
    total: Decimal,
}

fn make(view: &IndicatorView) -> Option<Table> {
    if view.indicator().span != SpanKind::Plan {
        return None;
    }
    let years = years(view)?;
    let places = view.indicator().places();
    let columns = Columns::<&Year>::new()
        .words("年份", 24, |year| name(year.end))
        .numbers("当年完成数", 14, |year| {
            number(view, year, DatedPart::Year, year.added, fixed(year.added, places))
        })
        .numbers("累计完成数", 14, |year| {
            number(view, year, DatedPart::Total, year.total, fixed(year.total, places))
        })
        .numbers("累计占目标", 14, |year| {
            share(view, year).map_or_else(Cell::default, Cell::number)
        });
    let body = years.iter().map(|year| columns.row(RowKind::Body, year));
    let rows = body.chain([target(view)]).collect();
    let id = format!("years-{}", view.indicator().id);
    let title = format!("{}分年完成情况{}", view.indicator().name, view.demo_mark());
    Some(Table {
        unit: view.unit().to_owned(),
        notes: notes(years.len()),
        ..columns.table(id, title, rows)
    })
}

/// The years so far; `None` where what came about by the end of one is unknown.
fn years(view: &IndicatorView) -> Option<Vec<Year>> {
    let mut before = Decimal::ZERO;
    let year = |end| {
        let total = total(view, end)?;
        let added = total - before;
        before = total;
        Some(Year { end, added, total })
    };
    year_ends(view).into_iter().map(year).collect()
}

/// What had come about by the end of a year, as is known now, so that a late record adds to the
/// year it is about.
fn total(view: &IndicatorView, end: NaiveDate) -> Option<Decimal> {
    let shown = view.series.shown_on(end, &Scope::All)?.ok()?;
    let facts = &view.series.facts;
    // What reports totals has one for each year's end, and nothing to add up between them.
    let is_cumulative = |total: &TotalOf| total.accrual != Accrual::Flow;
    if facts.iter().any(|fact| fact.total.as_deref().is_some_and(is_cumulative)) {
        return Some(shown);
    }
    let judgements: Vec<Judgement> = view
        .judged()
        .map(
            |(fact, judgement)| {
                if fact.when <= end { judgement.clone() } else { Judgement::Outside }
            },
        )
        .collect();
    let sums = sums(facts, &judgements, &view.at.moment);
    view.series.value(&Scope::All, sums.get(&Scope::All)).known()
}

/// The ends of the years so far; the last one is the end of the period.
fn year_ends(view: &IndicatorView) -> Vec<NaiveDate> {
    let days = view.at.moment.days;
    let years = days.start.year()..=days.end.year();
    years
        .filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31))
        .map(|end| end.min(days.end))
        .collect()
}

fn name(end: NaiveDate) -> String {
    if (end.month(), end.day()) == (12, 31) {
        format!("{}年", end.year())
    } else {
        format!("{}年1—{}月", end.year(), end.month())
    }
}

fn number(
    view: &IndicatorView,
    year: &Year,
    part: DatedPart,
    value: Decimal,
    text: String,
) -> Number {
    let year = Period::Year(year.end.year());
    view.printed(view.whole(), PrintedPart::At(part, &year), exact(value), text)
}

/// The share of the target that was reached by the end of a year.
fn share(view: &IndicatorView, year: &Year) -> Option<Number> {
    let share = quotient(year.total, view.whole().target().ok()?)?;
    let text = percent(share, view.indicator().rate_places());
    Some(number(view, year, DatedPart::Share, share, text))
}

/// The last row: the target, and how much of it is reached.
fn target(view: &IndicatorView) -> Row {
    Row {
        kind: RowKind::Total,
        cells: vec![
            Cell::text("目标"),
            Cell::default(),
            part_cell(view, view.whole(), FigurePart::Target),
            part_cell(view, view.whole(), FigurePart::Completion),
        ],
    }
}

fn notes(years: usize) -> Vec<String> {
    let goals = "文件没有规定分年目标，各年只列完成数，不作达标判断。";
    let late = "各年的数按本期掌握的记录统计，补报、更正计入事项发生的那一年，可能与当年通报的数不同。";
    let notes = if years > 1 { vec![goals, late] } else { vec![goals] };
    notes.into_iter().map(str::to_owned).collect()
}
