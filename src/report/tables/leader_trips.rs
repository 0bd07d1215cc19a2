//! 领导外出情况: how often each leader was out in every month of the year so far.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::{Axis, SpanKind};
use crate::model::record::registry::{Leader, Unit};
use crate::model::value::date::Month;
use crate::report::listings::register::mark;
use crate::report::tables::{Make, TableKind, cell, unit_inline};
use crate::sheet::IndicatorView;
use crate::sheet::part::{FigurePart, inline};
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed};

pub(super) const TABLE: TableKind = TableKind {
    name: "领导外出情况",
    meaning: "一个按领导分列的当月指标：各位领导逐月次数，当月要求和是否达到",
    level: Level::Internal,
    make: Make::Indicator(make),
};

fn make(view: &IndicatorView) -> Option<Table> {
    let indicator = view.indicator();
    let listed =
        indicator.by.contains(&Axis::Leader) && indicator.span == SpanKind::Month;
    let months = months(view);
    let rows = rows(view, &months);
    let scope = if names_leaders(view) { "" } else { "（按单位）" };
    (listed && !rows.is_empty()).then(|| Table {
        id: format!("leader-trips-{}", indicator.id),
        title: format!("{}逐月情况{scope}{}", indicator.name, view.demo_mark()),
        unit: view.unit().to_owned(),
        columns: columns(view, &months),
        rows,
        notes: notes(view),
        wide: months.len() > 8,
    })
}

/// Whether the audience gets each leader's own row.
fn names_leaders(view: &IndicatorView) -> bool {
    view.sheet.sees(Level::Leader)
}

/// What the rows and columns that this audience gets stand for.
fn notes(view: &IndicatorView) -> Vec<String> {
    let mut notes =
        vec![format!("没有登记外出的月份不列。口径：{}", view.indicator().definition)];
    if !names_leaders(view) {
        notes.push("本表只列到单位，不分列各位领导。".to_owned());
    }
    if asked(view) {
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
    let months = (1..=last.month).map(|month| Month { month, ..last });
    let months = months.filter(|month| month.since(first) >= 0);
    months.filter(|month| *month == last || is_out(view, &Scope::All, *month)).collect()
}

fn columns(view: &IndicatorView, months: &[Month]) -> Vec<Column> {
    let head = if names_leaders(view) { "领导" } else { "单位" };
    let mut columns = vec![Column::words(head, 30)];
    let month = |month: &Month| Column::numbers(&format!("{}月", month.month), 6);
    columns.extend(months.iter().map(month));
    if asked(view) {
        columns.extend([Column::numbers("每月要求", 8), Column::words("当月", 10)]);
    }
    columns
}

/// Whether anyone in the table has a target.
fn asked(view: &IndicatorView) -> bool {
    let figures = view.at.figures.iter();
    figures.into_iter().any(|figure| figure.target().is_ok())
}

/// The leaders without a unit, then the units with their leaders, then the whole.
fn rows(view: &IndicatorView, months: &[Month]) -> Vec<Row> {
    let book = view.sheet.book();
    let registry = &book.registry.record;
    let of = |unit: Option<&Unit>| {
        let leaders = registry
            .leaders
            .iter()
            .filter(|leader| leader.unit.as_ref().and_then(|own| book.unit(own)) == unit);
        leaders.filter_map(|leader| led(view, leader, months)).collect::<Vec<Row>>()
    };
    let mut rows = of(None);
    for unit in &registry.units {
        let leaders = of(Some(unit));
        rows.extend(summed(view, unit, !leaders.is_empty(), months));
        rows.extend(leaders);
    }
    let whole = Cell::text(view.name(&Scope::All));
    rows.push(row(view, view.whole(), months, (RowKind::Total, whole)));
    rows
}

/// The row of a leader, for those who may see it.
fn led(view: &IndicatorView, leader: &Leader, months: &[Month]) -> Option<Row> {
    let figure = view.figure(&Scope::Leader(leader.id.to_string()))?;
    let name = (RowKind::Body, Cell::text(&leader.name));
    names_leaders(view).then(|| row(view, figure, months, name))
}

/// The row of a unit that has leaders, a target or a trip; a head where its leaders follow.
fn summed(
    view: &IndicatorView,
    unit: &Unit,
    headed: bool,
    months: &[Month],
) -> Option<Row> {
    let figure = view.figure(&Scope::Unit(unit.id.to_string()))?;
    let concerned = headed
        || figure.target().is_ok()
        || months.iter().any(|month| is_out(view, &figure.scope, *month));
    let name = Cell::inline(unit_inline(&unit.name, unit.id.as_str()));
    let kind = if headed { RowKind::Subtotal } else { RowKind::Body };
    concerned.then(|| row(view, figure, months, (kind, name)))
}

/// Whether a scope has a trip in a month.
fn is_out(view: &IndicatorView, scope: &Scope, month: Month) -> bool {
    let value = view.series.shown_on(month.end(), scope);
    value.and_then(|value| value.known()).is_some_and(|value| !value.is_zero())
}

fn row(
    view: &IndicatorView,
    figure: &Figure,
    months: &[Month],
    (kind, name): (RowKind, Cell),
) -> Row {
    let mut cells = vec![name];
    cells.extend(months.iter().map(|month| monthly(view, figure, *month)));
    if asked(view) {
        let met = figure.targets.first().and_then(|target| target.met);
        match met {
            Some(met) => cells.extend([
                cell(view, figure, FigurePart::Target),
                Cell::mark(verdict(met)),
            ]),
            None => cells.extend([Cell::text(DASH), Cell::text(DASH)]),
        }
    }
    Row { kind, cells }
}

fn verdict(met: bool) -> Mark {
    if met { mark("met", "达到") } else { mark("missed", "未达到") }
}

/// The value of a month, by what was known at its cut-off.
fn monthly(view: &IndicatorView, figure: &Figure, month: Month) -> Cell {
    if month.end() == view.sheet.figures.period.end() {
        return cell(view, figure, FigurePart::Value);
    }
    let value = view.series.shown_on(month.end(), &figure.scope);
    let value: Option<Decimal> = value.and_then(|value| value.known());
    let text =
        value.map_or(DASH.to_owned(), |value| fixed(value, view.indicator().places()));
    let exactly = value.map(exact).unwrap_or_default();
    let part = format!("value-{month}");
    Cell::inline(inline(view.printed(figure, &part, exactly, text)))
}
