//! 单位完成情况: the units of each group in the order of their ranks, with lamps and movement.

use crate::figures::figure::Figure;
use crate::model::dictionary::Level;
use crate::model::scope::Scope;
use crate::report::charts::spark;
use crate::report::page::Number;
use crate::report::part::{Part, inline, lamp_mark};
use crate::report::sheet::View;
use crate::report::table::{Cell, Column, Row, RowKind, Table};
use crate::report::tables::{Dashes, Make, TableKind, cell, unit_inline};
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "单位完成情况",
    meaning: "一个指标的各单位，分组按名次排列：目标、完成数、完成率、超欠、灯、名次、比上期",
    level: Level::Public,
    make: Make::Indicator(make),
};

fn make(view: &View) -> Option<Table> {
    let mut dashes = Dashes::default();
    let mut rows = Vec::new();
    for group in view.at.figures.iter().filter(|one| matches!(one.scope, Scope::Group(_)))
    {
        rows.push(summary(view, group, RowKind::Subtotal, &mut dashes));
        rows.extend(
            members(view, group).into_iter().map(|unit| row(view, unit, &mut dashes)),
        );
    }
    let other = view.figure(&Scope::Other);
    rows.extend(other.map(|other| summary(view, other, RowKind::Subtotal, &mut dashes)));
    rows.push(summary(view, view.whole(), RowKind::Total, &mut dashes));
    let mut notes = dashes.notes();
    if view.sheet.previous.is_some() && ranked(view) {
        notes.push("比上期：名次与上一期测算结果（未发布）相比。".to_owned());
    }
    (rows.len() > 1).then(|| Table {
        id: format!("units-{}", view.indicator().id),
        title: format!("各责任单位{}完成情况{}", view.indicator().name, view.demo_mark()),
        unit: view.unit().to_owned(),
        columns: columns(view),
        rows,
        notes,
        wide: false,
    })
}

fn ranked(view: &View) -> bool {
    view.at.figures.iter().any(|figure| figure.standing.is_some())
}

/// Whether any row has a course over several months.
fn drawn(view: &View) -> bool {
    spark(view, &Scope::All).is_some()
}

fn columns(view: &View) -> Vec<Column> {
    let mut columns = vec![
        Column::words("责任单位", 26),
        Column::numbers("目标", 9),
        Column::numbers("完成数", 9),
        Column::numbers("完成率", 10),
    ];
    if view.series.curve().is_some() {
        columns.push(Column::numbers("超欠进度", 18));
        columns.push(Column::words("状态", 15));
    }
    if drawn(view) {
        columns.push(Column::words("走势", 12));
    }
    if ranked(view) {
        columns.push(Column::numbers("名次", 6));
        columns.push(Column::words("比上期", 8));
    }
    columns
}

/// The units of a group: ranked first, then those without a rank in the book's order.
fn members<'a>(view: &View<'a>, group: &Figure) -> Vec<&'a Figure> {
    let below = view.series.rows.below(&group.scope);
    let mut units: Vec<&Figure> = Vec::new();
    for scope in below {
        let unit = match scope {
            Scope::UnitInSector(unit, _) => Scope::Unit(unit),
            scope => scope,
        };
        let known = units.iter().any(|figure| figure.scope == unit);
        units.extend(view.figure(&unit).filter(|_| !known));
    }
    units.sort_by_key(|figure| {
        figure.standing.as_ref().and_then(|standing| standing.rank).unwrap_or(u32::MAX)
    });
    units
}

fn row(view: &View, figure: &Figure, dashes: &mut Dashes) -> Row {
    let Scope::Unit(id) = &figure.scope else {
        return summary(view, figure, RowKind::Body, dashes);
    };
    let mut row = summary(view, figure, RowKind::Body, dashes);
    row.cells[0] = Cell::inline(unit_inline(&view.name(&figure.scope), id));
    if ranked(view) {
        let at = row.cells.len() - 2;
        row.cells[at] = cell(view, figure, Part::Rank);
        row.cells[at + 1] = Cell::inline(inline(movement(view, figure)));
    }
    row
}

fn summary(view: &View, figure: &Figure, kind: RowKind, dashes: &mut Dashes) -> Row {
    let mut parts = vec![Part::Target, Part::Value, Part::Completion];
    let curve = view.series.curve().is_some();
    parts.extend(curve.then_some(Part::Lead));
    dashes.see(view, figure, &parts);
    let mut cells = vec![Cell::text(view.name(&figure.scope))];
    cells.extend(parts.into_iter().map(|part| cell(view, figure, part)));
    cells.extend(curve.then(|| Cell::mark(lamp_mark(figure))));
    cells.extend(
        drawn(view)
            .then(|| Cell { spark: spark(view, &figure.scope), ..Cell::default() }),
    );
    if ranked(view) {
        cells.extend([Cell::default(), Cell::default()]);
    }
    Row { kind, cells }
}

/// How many places a unit went up or down since the period before.
fn movement(view: &View, figure: &Figure) -> Number {
    let rank =
        |figure: &Figure| figure.standing.as_ref().and_then(|standing| standing.rank);
    let before = view.before(figure).and_then(rank);
    let moved =
        before.zip(rank(figure)).map(|(before, now)| i64::from(before) - i64::from(now));
    let text = match moved {
        None => DASH.to_owned(),
        Some(0) => "持平".to_owned(),
        Some(up @ 1..) => format!("升{up}"),
        Some(down) => format!("降{}", -down),
    };
    let value = moved.map(|moved| moved.to_string()).unwrap_or_default();
    view.printed(figure, "movement", value, text)
}
