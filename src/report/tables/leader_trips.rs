//! 领导外出情况: how often each leader was out in every month of the year so far.

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::Axis;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::record::registry::{Leader, Unit};
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::part_cell;
use crate::report::listings::links::unit_inline;
use crate::report::listings::marks::verdict;
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::sheet::printed::{DatedPart, PrintedPart};
use crate::view::table::{Cell, RowKind, Table};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed};

/// More months than that ask for a turned page.
const WIDE: usize = 8;

pub(super) const TABLE: TableKind = TableKind {
    name: "领导外出情况",
    meaning: "一个按领导分列的当月指标：各位领导逐月次数，当月要求和是否达到",
    level: Level::Internal,
    make: Make::Indicator(make),
};

/// What a row is about: its kind, its name and its figure.
struct Line<'a> {
    kind: RowKind,
    name: Cell,
    figure: &'a Figure,
}

fn make(view: &IndicatorView) -> Option<Table> {
    let indicator = view.indicator();
    if !indicator.by.contains(&Axis::Leader) || indicator.span != SpanKind::Month {
        return None;
    }
    let months = months(view);
    let lines = lines(view, &months);
    let columns = columns(view, &months);
    let rows = lines.iter().map(|line| columns.row(line.kind, line)).collect();
    let scope = if names_leaders(view) { "" } else { "（按单位）" };
    let id = format!("leader-trips-{}", indicator.id);
    let title = format!("{}逐月情况{scope}{}", indicator.name, view.demo_mark());
    Some(Table {
        unit: view.unit().to_owned(),
        notes: notes(view),
        wide: months.len() > WIDE,
        ..columns.table(id, title, rows)
    })
}

/// Whether the audience gets each leader's own row.
fn names_leaders(view: &IndicatorView) -> bool {
    view.sheet.sees(Level::Leader)
}

/// Whether anyone in the table has a target.
fn has_targets(view: &IndicatorView) -> bool {
    view.at.figures.iter().any(|figure| figure.target().is_ok())
}

/// What the rows and columns that this audience gets stand for.
fn notes(view: &IndicatorView) -> Vec<String> {
    let mut notes =
        vec![format!("没有登记外出的月份不列。口径：{}", view.indicator().definition)];
    if !names_leaders(view) {
        notes.push("本表只列到单位，不分列各位领导。".to_owned());
    }
    if has_targets(view) {
        notes.push(format!(
            "每月要求和是否达到为{}的情况；“{DASH}”：没有对这一行规定次数。",
            date::period(&view.sheet.figures.period)
        ));
    }
    notes
}

/// The months of the year up to the period's end in which anyone was out, and the last one.
fn months(view: &IndicatorView) -> Vec<Month> {
    let last = Month::of(view.sheet.figures.period.end());
    let first = Month::of(view.series.plan.span.start);
    (1..=last.month)
        .map(|month| Month { month, ..last })
        .filter(|month| month.since(first) >= 0)
        .filter(|month| *month == last || is_out(view, &Scope::All, *month))
        .collect()
}

fn columns<'a>(view: &'a IndicatorView, months: &[Month]) -> Columns<'a, &'a Line<'a>> {
    let head = if names_leaders(view) { "领导" } else { "单位" };
    let names = Columns::<&Line>::new().words(head, 30, |line| line.name.clone());
    let monthly = months.iter().copied().fold(names, |columns, month| {
        columns.numbers(&format!("{}月", month.month), 6, move |line| {
            trips(view, line.figure, month)
        })
    });
    monthly
        .numbers("每月要求", 8, |line| match met(line.figure) {
            Some(_) => part_cell(view, line.figure, FigurePart::Target),
            None => Cell::text(DASH),
        })
        .when(has_targets(view))
        .words("当月", 10, |line| match met(line.figure) {
            Some(met) => Cell::mark(verdict(met)),
            None => Cell::text(DASH),
        })
        .when(has_targets(view))
}

fn met(figure: &Figure) -> Option<bool> {
    figure.targets.first().and_then(|target| target.met)
}

/// The leaders without a unit, then the units with their leaders, then the whole.
fn lines<'a>(view: &IndicatorView<'a>, months: &[Month]) -> Vec<Line<'a>> {
    let mut lines = leaders_of(view, None);
    for unit in view.sheet.register().units() {
        let leaders = leaders_of(view, Some(unit));
        lines.extend(unit_line(view, unit, !leaders.is_empty(), months));
        lines.extend(leaders);
    }
    let name = Cell::text(view.name(&Scope::All));
    lines.push(Line { kind: RowKind::Total, name, figure: view.whole() });
    lines
}

/// The leaders of a unit or of none, for those who may see them.
fn leaders_of<'a>(view: &IndicatorView<'a>, unit: Option<&Unit>) -> Vec<Line<'a>> {
    let book = view.sheet.book();
    let is_of = |leader: &&Leader| {
        let of = leader.unit.as_ref().and_then(|reference| book.unit(reference));
        of.map(|of| &of.id) == unit.map(|unit| &unit.id)
    };
    let line = |leader: &Leader| {
        let figure = view.figure(&Scope::Leader(leader.id.to_string()))?;
        Some(Line { kind: RowKind::Body, name: Cell::text(&leader.name), figure })
    };
    let leaders = book.registry.record.leaders.iter().filter(|_| names_leaders(view));
    leaders.filter(is_of).filter_map(line).collect()
}

/// The row of a unit that has leaders, a target or a trip; a head where its leaders follow.
fn unit_line<'a>(
    view: &IndicatorView<'a>,
    unit: &Unit,
    is_head: bool,
    months: &[Month],
) -> Option<Line<'a>> {
    let figure = view.figure(&Scope::Unit(unit.id.to_string()))?;
    let is_concerned = is_head
        || figure.target().is_ok()
        || months.iter().any(|month| is_out(view, &figure.scope, *month));
    let kind = if is_head { RowKind::Subtotal } else { RowKind::Body };
    let name = unit_inline(&unit.name, unit.id.as_str()).into();
    is_concerned.then_some(Line { kind, name, figure })
}

/// Whether a scope has a trip in a month.
fn is_out(view: &IndicatorView, scope: &Scope, month: Month) -> bool {
    let value = view.series.shown_on(month.end(), scope);
    value.and_then(|value| value.known()).is_some_and(|value| !value.is_zero())
}

/// The value of a month, by what was known at its cut-off.
fn trips(view: &IndicatorView, figure: &Figure, month: Month) -> Cell {
    if month.end() == view.sheet.figures.period.end() {
        return part_cell(view, figure, FigurePart::Value);
    }
    let value =
        view.series.shown_on(month.end(), &figure.scope).and_then(|value| value.known());
    let places = view.indicator().places();
    Cell::number(view.printed(
        figure,
        PrintedPart::At(DatedPart::Value, &Period::Month(month)),
        value.map(exact).unwrap_or_default(),
        value.map_or(DASH.to_owned(), |value| fixed(value, places)),
    ))
}
