//! 领导外出情况: how often each leader was out in every month of the year so far.

use rust_decimal::Decimal;

use crate::figures::figure::Figure;
use crate::model::date::Month;
use crate::model::dictionary::Level;
use crate::model::indicator::{Axis, SpanKind};
use crate::model::registry::Unit;
use crate::model::scope::Scope;
use crate::report::page::Mark;
use crate::report::part::{Part, inline};
use crate::report::register::mark;
use crate::report::sheet::View;
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::report::tables::{Make, TableKind, cell, unit_inline};
use crate::words::date;
use crate::words::number::{DASH, exact, fixed};

pub(super) const TABLE: TableKind = TableKind {
    name: "领导外出情况",
    meaning: "一个按领导分列的当月指标：各位领导逐月次数，当月要求和是否达到",
    level: Level::Internal,
    make: Make::Indicator(make),
};

fn make(view: &View) -> Option<Table> {
    let indicator = view.indicator();
    let listed =
        indicator.by.contains(&Axis::Leader) && indicator.span == SpanKind::Month;
    let months = months(view);
    let rows = rows(view, &months);
    (listed && !rows.is_empty()).then(|| Table {
        id: format!("leader-trips-{}", indicator.id),
        title: format!("{}逐月情况{}", indicator.name, view.demo_mark()),
        unit: view.unit().to_owned(),
        columns: columns(view, &months),
        rows,
        notes: vec![format!(
            "要求和是否达到为{}的情况；口径：{}",
            date::period(&view.sheet.figures.period),
            indicator.definition
        )],
        wide: months.len() > 8,
    })
}

/// The months of the year up to the period's end that the plan covers.
fn months(view: &View) -> Vec<Month> {
    let last = Month::of(view.sheet.figures.period.end());
    let first = Month::of(view.series.plan.span.start);
    let months = (1..=last.month).map(|month| Month { month, ..last });
    months.filter(|month| month.since(first) >= 0).collect()
}

fn columns(view: &View, months: &[Month]) -> Vec<Column> {
    let head = if view.sheet.sees(Level::Leader) { "领导" } else { "范围" };
    let mut columns = vec![Column::words(head, 30)];
    let month = |month: &Month| Column::numbers(&format!("{}月", month.month), 6);
    columns.extend(months.iter().map(month));
    if asked(view) {
        columns.extend([Column::numbers("每月要求", 8), Column::words("当月", 10)]);
    }
    columns
}

/// Whether anyone in the table has a target.
fn asked(view: &View) -> bool {
    let figures = view.at.figures.iter();
    figures.into_iter().any(|figure| figure.target().known().is_some())
}

/// The leaders under their units, where the unit has a target, then the whole.
fn rows(view: &View, months: &[Month]) -> Vec<Row> {
    let (mut rows, mut unit) = (Vec::new(), None);
    for leader in &view.sheet.book().registry.record.leaders {
        let scope = Scope::Leader(leader.id.to_string());
        let Some(figure) = view.figure(&scope) else { continue };
        let own = leader.unit.as_ref().and_then(|unit| view.sheet.book().unit(unit));
        rows.extend(
            own.filter(|_| own != unit).and_then(|own| summed(view, own, months)),
        );
        unit = own;
        let name = Cell::text(&leader.name);
        let told = view.sheet.sees(Level::Leader);
        rows.extend(told.then(|| row(view, figure, months, (RowKind::Body, name))));
    }
    let whole = Cell::text(view.name(&Scope::All));
    rows.push(row(view, view.whole(), months, (RowKind::Total, whole)));
    rows
}

/// The row of a unit that leaders belong to; a head where its leaders follow.
fn summed(view: &View, unit: &Unit, months: &[Month]) -> Option<Row> {
    let figure = view.figure(&Scope::Unit(unit.id.to_string()))?;
    let name = Cell::inline(unit_inline(&unit.name, unit.id.as_str()));
    let headed = view.sheet.sees(Level::Leader);
    let kind = if headed { RowKind::Subtotal } else { RowKind::Body };
    Some(row(view, figure, months, (kind, name)))
}

fn row(
    view: &View,
    figure: &Figure,
    months: &[Month],
    (kind, name): (RowKind, Cell),
) -> Row {
    let mut cells = vec![name];
    cells.extend(months.iter().map(|month| monthly(view, figure, *month)));
    if asked(view) {
        let met = figure.targets.first().and_then(|target| target.met);
        match met {
            Some(met) => {
                cells.extend([cell(view, figure, Part::Target), Cell::mark(verdict(met))])
            }
            None => cells.extend([Cell::default(), Cell::default()]),
        }
    }
    Row { kind, cells }
}

fn verdict(met: bool) -> Mark {
    if met { mark("met", "达到") } else { mark("missed", "未达到") }
}

/// The value of a month, by what was known at its cut-off.
fn monthly(view: &View, figure: &Figure, month: Month) -> Cell {
    if month.end() == view.sheet.figures.period.end() {
        return cell(view, figure, Part::Value);
    }
    let value = view.series.shown_on(month.end(), &figure.scope);
    let value: Option<Decimal> = value.and_then(|value| value.known());
    let text =
        value.map_or(DASH.to_owned(), |value| fixed(value, view.indicator().places()));
    let exactly = value.map(exact).unwrap_or_default();
    let part = format!("value-{month}");
    Cell::inline(inline(view.printed(figure, &part, exactly, text)))
}
