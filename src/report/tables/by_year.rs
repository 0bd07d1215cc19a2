//! 分年完成情况: the years of a goal that runs over several.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::facts::fact::Judgement;
use crate::figures::facts::ledger::sums;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::SpanKind;
use crate::report::tables::{Make, TableKind, cell};
use crate::sheet::IndicatorView;
use crate::sheet::part::{FigurePart, inline};
use crate::view::inline::Number;
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::number::{exact, fixed, percent};

pub(super) const TABLE: TableKind = TableKind {
    name: "分年完成情况",
    meaning: "一个方案期累计指标：各年完成数、累计数、占目标的比例",
    level: Level::Public,
    make: Make::Indicator(make),
};

fn make(view: &IndicatorView) -> Option<Table> {
    if view.indicator().span != SpanKind::Plan {
        return None;
    }
    let mut rows = Vec::new();
    let mut before = Decimal::ZERO;
    for end in year_ends(view) {
        let total = total(view, end)?;
        rows.push(row(view, end, total - before, total));
        before = total;
    }
    let notes = notes(rows.len());
    rows.push(last(view));
    Some(Table {
        id: format!("years-{}", view.indicator().id),
        title: format!("{}分年完成情况{}", view.indicator().name, view.demo_mark()),
        unit: view.unit().to_owned(),
        columns: vec![
            Column::words("年份", 24),
            Column::numbers("当年完成数", 14),
            Column::numbers("累计完成数", 14),
            Column::numbers("累计占目标", 14),
        ],
        rows,
        notes,
        wide: false,
    })
}

fn notes(years: usize) -> Vec<String> {
    let goals = "文件没有规定分年目标，各年只列完成数，不作达标判断。";
    let known = "各年的数按本期掌握的记录统计，补报、更正计入事项发生的那一年，可能与当年通报的数不同。";
    let known = (years > 1).then_some(known);
    std::iter::once(goals).chain(known).map(str::to_owned).collect()
}

/// What had come about by the end of a year, as is known now, so that a late record adds to the
/// year it is about.
fn total(view: &IndicatorView, end: NaiveDate) -> Option<Decimal> {
    let shown = view.series.shown_on(end, &Scope::All)?.ok()?;
    let facts = &view.series.facts;
    // What reports totals has one for each year's end, and nothing to add up between them.
    if facts.iter().any(|fact| fact.total_of.is_some()) {
        return Some(shown);
    }
    let known = facts.iter().zip(&view.at.judgements);
    let known =
        known.map(
            |(fact, judgement)| {
                if fact.when <= end { judgement.clone() } else { Judgement::Outside }
            },
        );
    let judgements: Vec<Judgement> = known.collect();
    let sums = sums(facts, &judgements, &view.at.moment);
    view.series.value(sums.get(&Scope::All)).known()
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

fn row(view: &IndicatorView, end: NaiveDate, own: Decimal, total: Decimal) -> Row {
    let figure = view.whole();
    let places = view.indicator().places();
    let number = |part: &str, value: Decimal, text: String| -> Number {
        view.printed(figure, &format!("{part}-{}", end.year()), exact(value), text)
    };
    let share = figure.target().ok().and_then(|target| quotient(total, target));
    let share = share.map(|share| {
        let text = percent(share, view.indicator().rate_places());
        Cell::inline(inline(number("share", share, text)))
    });
    let whole_year = (end.month(), end.day()) == (12, 31);
    let name = if whole_year {
        format!("{}年", end.year())
    } else {
        format!("{}年1—{}月", end.year(), end.month())
    };
    Row::body(vec![
        Cell::text(name),
        Cell::inline(inline(number("year", own, fixed(own, places)))),
        Cell::inline(inline(number("total", total, fixed(total, places)))),
        share.unwrap_or_default(),
    ])
}

fn last(view: &IndicatorView) -> Row {
    let figure = view.whole();
    Row {
        kind: RowKind::Total,
        cells: vec![
            Cell::text("目标"),
            Cell::default(),
            cell(view, figure, FigurePart::Target),
            cell(view, figure, FigurePart::Completion),
        ],
    }
}
