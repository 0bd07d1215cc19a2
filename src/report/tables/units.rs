//! 单位完成情况: the units of each group in the order of their ranks, with lamps and movement.

use rust_decimal::Decimal;

use crate::figures::facts::fact::{Fact, Judgement};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::{
    PartColumn, ViewedFigure, part_cell, parts_of,
};
use crate::report::listings::dashes::Dashes;
use crate::report::listings::links::scope_inline;
use crate::report::listings::spark::spark;
use crate::report::listings::standings::{has_number, sort_by_rank, speaks};
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::view::table::{Cell, RowKind, Table};

pub(super) const TABLE: TableKind = TableKind {
    name: "单位完成情况",
    meaning: "一个指标的各单位，分组按名次排列：目标、完成数、完成率、超欠、比序时差多少、灯、名次、比上期",
    level: Level::Public,
    make: Make::Indicator(make),
};

fn make(view: &IndicatorView) -> Option<Table> {
    let rows = rows(view);
    let parts = parts(view);
    let mut dashes = Dashes::default();
    for (_, figure) in &rows {
        dashes.see(view, figure, &parts_of(&parts));
    }
    let mut notes = dashes.notes();
    notes.extend(overlap(view));
    notes.extend(separate_targets(view));
    if is_comparable(view) {
        notes.extend(view.sheet.compared("名次"));
    }
    let columns = columns(view, &parts);
    let rows: Vec<_> = rows
        .into_iter()
        .map(|(kind, figure)| columns.row(kind, (*view, figure)))
        .collect();
    let id = format!("units-{}", view.indicator().id);
    let title =
        format!("各责任单位{}完成情况{}", view.indicator().name, view.demo_mark());
    (rows.len() > 1).then(|| Table {
        unit: view.unit().to_owned(),
        notes,
        ..columns.table(id, title, rows)
    })
}

/// The groups with their units, the units outside the groups, then the whole.
fn rows<'a>(view: &IndicatorView<'a>) -> Vec<(RowKind, &'a Figure)> {
    let groups: Vec<&Figure> = groups(view)
        .filter(|group| has_number(group) || members(view, group).into_iter().any(speaks))
        .collect();
    let other = view.figure(&Scope::Other).filter(|other| has_number(other));
    // One group that is all there is would say the same as the last row.
    let alone = groups.len() == 1 && other.is_none() && is_whole(view, groups[0]);
    let mut rows = Vec::new();
    for group in groups {
        rows.extend((!alone).then_some((RowKind::Subtotal, group)));
        rows.extend(members(view, group).into_iter().map(|unit| (RowKind::Body, unit)));
    }
    rows.extend(other.map(|other| (RowKind::Subtotal, other)));
    rows.push((RowKind::Total, view.whole()));
    rows
}

fn columns<'a>(
    view: &IndicatorView<'a>,
    parts: &[PartColumn],
) -> Columns<'a, ViewedFigure<'a>> {
    let is_ranked = is_ranked(view);
    Columns::<ViewedFigure>::new()
        .words("责任单位", 26, |(view, figure)| scope_inline(&view, &figure.scope))
        .parts(parts)
        .words("状态", 15, |(_, figure)| lamp_mark(figure.lamp.as_ref()))
        .when(view.indicator().lamps.is_some())
        .words("走势", 12, |(view, figure)| Cell {
            spark: spark(&view, &figure.scope),
            ..Cell::default()
        })
        .when(listed(view).any(|figure| spark(view, &figure.scope).is_some()))
        .numbers("名次", 6, |(view, figure)| {
            of_unit(figure, || part_cell(&view, figure, FigurePart::Rank))
        })
        .when(is_ranked)
        .words("比上期", 8, |(view, figure)| {
            of_unit(figure, || Cell::number(view.movement(figure)))
        })
        .when(is_comparable(view))
}

/// A cell of a unit's row; empty in the rows of groups and the whole, which have no rank.
fn of_unit(figure: &Figure, cell: impl Fn() -> Cell) -> Cell {
    if matches!(figure.scope, Scope::Unit(_)) { cell() } else { Cell::default() }
}

/// The numbers of a row, from left to right.
fn parts(view: &IndicatorView) -> Vec<PartColumn> {
    let is_targeted = listed(view).any(|figure| figure.target().is_ok());
    // How far a value is: a share of its target, or the points between them where it is a rate.
    let reached = if view.is_rate() {
        (FigurePart::Gap, "比目标", 16)
    } else {
        (FigurePart::Completion, "完成率", 10)
    };
    let target = is_targeted.then_some((FigurePart::Target, "目标", 9));
    let lead = view.series.curve().map(|_| (FigurePart::Lead, "超欠进度", 18));
    // Money is what is missing; points rank small goals first.
    let is_owed = !view.is_rate() && listed(view).any(|figure| figure.shortfall.is_ok());
    let owed = is_owed.then_some((FigurePart::Shortfall, "比序时", 12));
    target
        .into_iter()
        .chain([(FigurePart::Value, "完成数", 9)])
        .chain(is_targeted.then_some(reached))
        .chain(lead)
        .chain(owed)
        .collect()
}

fn is_ranked(view: &IndicatorView) -> bool {
    view.at.figures.iter().any(|figure| figure.ranked.is_some())
}

/// Whether ranks can be compared with those of the period before.
fn is_comparable(view: &IndicatorView) -> bool {
    view.sheet.has_earlier() && is_ranked(view)
}

/// The figures of the rows above the whole.
fn listed<'a>(view: &IndicatorView<'a>) -> impl Iterator<Item = &'a Figure> {
    let is_row =
        |figure: &&Figure| matches!(figure.scope, Scope::Unit(_) | Scope::Group(_));
    view.at.figures.iter().filter(is_row)
}

fn groups<'a>(view: &IndicatorView<'a>) -> impl Iterator<Item = &'a Figure> {
    view.at.figures.iter().filter(|figure| matches!(figure.scope, Scope::Group(_)))
}

/// Whether a group has the numbers of the whole.
fn is_whole(view: &IndicatorView, group: &Figure) -> bool {
    let numbers = |figure: &Figure| (figure.value.known(), figure.target().ok());
    numbers(group) == numbers(view.whole())
}

/// The units of a group: ranked first, then those without a rank in the book's order.
fn members<'a>(view: &IndicatorView<'a>, group: &Figure) -> Vec<&'a Figure> {
    let mut units: Vec<&Figure> = Vec::new();
    let rows = view.rows();
    let merged = match &group.scope {
        Scope::Group(id) => rows.merged_in(id).collect(),
        _ => Vec::new(),
    };
    for scope in rows.below(&group.scope).into_iter().chain(merged) {
        let unit = match scope {
            Scope::UnitInSector(unit, _) => Scope::Unit(unit),
            scope => scope,
        };
        if !units.iter().any(|figure| figure.scope == unit) {
            units.extend(view.figure(&unit));
        }
    }
    sort_by_rank(&mut units);
    units
}

/// That a project may stand in several groups, so that their values do not add up to the whole's.
fn overlap(view: &IndicatorView) -> Option<String> {
    let mut facts = view.judged();
    let whole = view.name(&Scope::All);
    facts.any(|(fact, judgement)| is_shared(view, fact, judgement)).then(|| {
        format!(
            "各组的项目有交叉：同一项目可以同时计入几个组，{whole}只计一次，所以各组完成数相加不等于{whole}完成数。"
        )
    })
}

/// Whether a fact counts in more than one group.
fn is_shared(view: &IndicatorView, fact: &Fact, judgement: &Judgement) -> bool {
    let credits = fact.credits_at(&view.at.moment).iter();
    let in_groups = credits.filter(|(scope, _)| matches!(scope, Scope::Group(_)));
    matches!(judgement, Judgement::Counts(_))
        && in_groups.map(|(_, share)| *share).sum::<Decimal>() > Decimal::ONE
}

/// That each group has a target table of its own, so that their targets do not add up to the
/// whole's.
fn separate_targets(view: &IndicatorView) -> Option<String> {
    let several =
        groups(view).count() + usize::from(view.figure(&Scope::Other).is_some());
    let targets: Option<Vec<Decimal>> =
        groups(view).map(|group| group.target().ok()).collect();
    let sum: Decimal = targets?.iter().sum();
    let differs = view.whole().target().ok().is_some_and(|target| sum != target);
    let whole = view.name(&Scope::All);
    (several > 1 && !view.is_rate() && differs).then(|| {
        format!(
            "各组的目标分别下达，相加不等于{whole}目标；{whole}完成率按{whole}目标计算。"
        )
    })
}
