//! 单位完成情况: the units of each group in the order of their ranks, with lamps and movement.

use rust_decimal::Decimal;

use crate::figures::facts::fact::{Fact, Judgement};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::listings::spark::spark;
use crate::report::tables::{Dashes, Make, TableKind, cell, has_number, unit_inline};
use crate::sheet::IndicatorView;
use crate::sheet::part::{FigurePart, inline, lamp_mark};
use crate::view::table::{Cell, Column, Row, RowKind, Table};

pub(super) const TABLE: TableKind = TableKind {
    name: "单位完成情况",
    meaning: "一个指标的各单位，分组按名次排列：目标、完成数、完成率、超欠、灯、名次、比上期",
    level: Level::Public,
    make: Make::Indicator(make),
};

fn make(view: &IndicatorView) -> Option<Table> {
    let mut dashes = Dashes::default();
    let mut rows = Vec::new();
    let groups =
        view.at.figures.iter().filter(|one| matches!(one.scope, Scope::Group(_)));
    let groups: Vec<&Figure> = groups.filter(|group| speaks(view, group)).collect();
    let other = view.figure(&Scope::Other).filter(|other| has_number(other));
    // One group that is all there is would say the same as the last row.
    let alone = groups.len() == 1 && other.is_none() && is_whole(view, groups[0]);
    for group in groups {
        if !alone {
            rows.push(summary(view, group, RowKind::Subtotal, &mut dashes));
        }
        rows.extend(
            members(view, group).into_iter().map(|unit| row(view, unit, &mut dashes)),
        );
    }
    rows.extend(other.map(|other| summary(view, other, RowKind::Subtotal, &mut dashes)));
    rows.push(summary(view, view.whole(), RowKind::Total, &mut dashes));
    let mut notes = dashes.notes();
    notes.extend(apart(view));
    if moving(view) {
        notes.extend(view.sheet.compared("名次"));
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

/// Why the groups do not add up to the whole: each has a table of its own, and a project may
/// stand in several.
fn apart(view: &IndicatorView) -> Vec<String> {
    let rows = |figure: &&Figure| matches!(figure.scope, Scope::Group(_) | Scope::Other);
    let groups: Vec<&Figure> = view.at.figures.iter().filter(rows).collect();
    let whole = view.name(&Scope::All);
    let mut notes = Vec::new();
    if view.series.facts.iter().zip(&view.at.judgements).any(|one| shared(view, one)) {
        notes.push(format!(
            "各组的项目有交叉：同一项目可以同时计入几个组，{whole}只计一次，所以各组完成数相加不等于{whole}完成数。"
        ));
    }
    let targets: Option<Vec<Decimal>> = groups
        .iter()
        .filter(|group| group.scope != Scope::Other)
        .map(|group| group.target().ok())
        .collect();
    let sum = targets.map(|targets| targets.iter().sum::<Decimal>());
    let differs = |(sum, target)| sum != target;
    if groups.len() > 1
        && !view.is_rate()
        && sum.zip(view.whole().target().ok()).is_some_and(differs)
    {
        notes.push(format!(
            "各组的目标分别下达，相加不等于{whole}目标；{whole}完成率按{whole}目标计算。"
        ));
    }
    notes
}

/// Whether a fact counts in more than one group.
fn shared(view: &IndicatorView, (fact, judgement): (&Fact, &Judgement)) -> bool {
    let grouped = |scope: &Scope| matches!(scope, Scope::Group(_));
    let credits = fact.credits_at(&view.at.moment).iter();
    let share: Decimal =
        credits.filter(|(scope, _)| grouped(scope)).map(|(_, share)| *share).sum();
    matches!(judgement, Judgement::Counts(_)) && share > Decimal::ONE
}

fn ranked(view: &IndicatorView) -> bool {
    view.at.figures.iter().any(|figure| figure.ranked.is_some())
}

/// Whether ranks can be compared with those of the period before.
fn moving(view: &IndicatorView) -> bool {
    view.sheet.has_earlier() && ranked(view)
}

/// The figures of the rows above the whole.
fn listed<'a>(view: &IndicatorView<'a>) -> impl Iterator<Item = &'a Figure> {
    let is_row =
        |figure: &&Figure| matches!(figure.scope, Scope::Unit(_) | Scope::Group(_));
    view.at.figures.iter().filter(is_row)
}

/// Whether any row above the whole has a target.
fn targeted(view: &IndicatorView) -> bool {
    listed(view).any(|figure| figure.target().is_ok())
}

/// Whether a group has the numbers of the whole.
fn is_whole(view: &IndicatorView, group: &Figure) -> bool {
    let numbers = |figure: &Figure| (figure.value.known(), figure.target().ok());
    numbers(group) == numbers(view.whole())
}

/// Whether a group has anything to say: a target, a rank or a value of any of its units.
fn speaks(view: &IndicatorView, group: &Figure) -> bool {
    let own = |unit: &Figure| unit.ranked.is_some() || has_number(unit);
    has_number(group) || members(view, group).into_iter().any(own)
}

/// The numbers of a row, from left to right.
fn parts(view: &IndicatorView) -> Vec<FigurePart> {
    let mut parts = if targeted(view) {
        vec![FigurePart::Target, FigurePart::Value, reached(view)]
    } else {
        vec![FigurePart::Value]
    };
    parts.extend(view.series.curve().is_some().then_some(FigurePart::Lead));
    parts
}

/// How far a value is: a share of its target, or the points between them where it is a rate.
fn reached(view: &IndicatorView) -> FigurePart {
    if view.is_rate() { FigurePart::Gap } else { FigurePart::Completion }
}

/// Whether any row above the whole has a course over several months.
fn drawn(view: &IndicatorView) -> bool {
    listed(view).any(|figure| spark(view, &figure.scope).is_some())
}

fn columns(view: &IndicatorView) -> Vec<Column> {
    let mut columns = vec![Column::words("责任单位", 26)];
    let head = |part: FigurePart| match part {
        FigurePart::Target => Some(Column::numbers("目标", 9)),
        FigurePart::Value => Some(Column::numbers("完成数", 9)),
        FigurePart::Completion => Some(Column::numbers("完成率", 10)),
        FigurePart::Gap => Some(Column::numbers("比目标", 16)),
        _ => None,
    };
    columns.extend(parts(view).into_iter().filter_map(head));
    if view.series.curve().is_some() {
        columns.push(Column::numbers("超欠进度", 18));
        columns.push(Column::words("状态", 15));
    }
    if drawn(view) {
        columns.push(Column::words("走势", 12));
    }
    if ranked(view) {
        columns.push(Column::numbers("名次", 6));
    }
    if moving(view) {
        columns.push(Column::words("比上期", 8));
    }
    columns
}

/// The units of a group: ranked first, then those without a rank in the book's order.
fn members<'a>(view: &IndicatorView<'a>, group: &Figure) -> Vec<&'a Figure> {
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
        figure.ranked.as_ref().and_then(|ranked| ranked.rank).unwrap_or(u32::MAX)
    });
    units
}

fn row(view: &IndicatorView, figure: &Figure, dashes: &mut Dashes) -> Row {
    let Scope::Unit(id) = &figure.scope else {
        return summary(view, figure, RowKind::Body, dashes);
    };
    let mut row = summary(view, figure, RowKind::Body, dashes);
    row.cells[0] = Cell::inline(unit_inline(&view.name(&figure.scope), id));
    let mut last = Vec::new();
    last.extend(ranked(view).then(|| cell(view, figure, FigurePart::Rank)));
    last.extend(moving(view).then(|| Cell::inline(inline(view.movement(figure)))));
    let at = row.cells.len() - last.len();
    row.cells.splice(at.., last);
    row
}

fn summary(
    view: &IndicatorView,
    figure: &Figure,
    kind: RowKind,
    dashes: &mut Dashes,
) -> Row {
    let parts = parts(view);
    let curve = view.series.curve().is_some();
    dashes.see(view, figure, &parts);
    let mut cells = vec![Cell::text(view.name(&figure.scope))];
    cells.extend(parts.into_iter().map(|part| cell(view, figure, part)));
    cells.extend(curve.then(|| Cell::mark(lamp_mark(figure.lamp.as_ref()))));
    cells.extend(
        drawn(view)
            .then(|| Cell { spark: spark(view, &figure.scope), ..Cell::default() }),
    );
    cells.extend(ranked(view).then(Cell::default));
    cells.extend(moving(view).then(Cell::default));
    Row { kind, cells }
}
