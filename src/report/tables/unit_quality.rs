//! 单位质量指标: one rate for every unit, with its two counts, what is asked and whether it is reached.

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::MeasureKind;
use crate::model::value::reference::IndicatorRef;
use crate::report::listings::register::mark;
use crate::report::tables::{Dashes, Make, TableKind, cell, unit_inline};
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::inline::Mark;
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "单位质量指标",
    meaning: "一个率的各单位：分子、分母、率、要求、是否达到、名次",
    level: Level::Public,
    make: Make::Indicator(make),
};

fn make(view: &IndicatorView) -> Option<Table> {
    let indicator = view.indicator();
    let (numerator, denominator) =
        (indicator.numerator.as_ref()?, indicator.denominator.as_ref()?);
    let sources = [numerator, denominator];
    let mut dashes = Dashes::default();
    let mut rows = rows(view, sources, &mut dashes);
    rows.push(row(view, view.whole(), sources, RowKind::Total));
    let computed = indicator.measure == MeasureKind::Ratio && rows.len() > 1;
    computed.then(|| Table {
        id: format!("unit-quality-{}", indicator.id),
        title: format!("各单位{}{}", indicator.name, view.demo_mark()),
        unit: String::new(),
        columns: columns(view, sources),
        rows,
        notes: dashes.notes(),
        wide: false,
    })
}

fn columns(view: &IndicatorView, sources: [&IndicatorRef; 2]) -> Vec<Column> {
    let head = |word: &IndicatorRef| {
        let source = view.sheet.view(word.as_str());
        let head =
            source.map(|one| format!("{}（{}）", one.indicator().short(), one.unit()));
        Column::numbers(&head.unwrap_or_default(), 13)
    };
    let rate = format!("{}（{}）", view.indicator().short(), view.unit());
    let mut columns = vec![Column::words("单位", 24)];
    columns.extend(sources.map(head));
    columns.extend([
        Column::numbers(&rate, 12),
        Column::numbers(&format!("要求（{}）", view.unit()), 11),
        Column::words("是否达到", 11),
        Column::numbers("名次", 7),
    ]);
    columns
}

/// The groups with their units in the order of their ranks.
fn rows(
    view: &IndicatorView,
    sources: [&IndicatorRef; 2],
    dashes: &mut Dashes,
) -> Vec<Row> {
    let mut rows = Vec::new();
    let groups = view.at.figures.iter();
    for group in groups.filter(|one| matches!(one.scope, Scope::Group(_))) {
        let scopes = view.series.rows.below(&group.scope);
        let mut units: Vec<&Figure> =
            scopes.into_iter().filter_map(|scope| view.figure(&scope)).collect();
        if units.iter().all(|unit| unit.target().is_err()) {
            continue;
        }
        units.sort_by_key(|unit| {
            unit.ranked.as_ref().and_then(|ranked| ranked.rank).unwrap_or(u32::MAX)
        });
        rows.push(row(view, group, sources, RowKind::Subtotal));
        for unit in units {
            dashes.see(view, unit, &[FigurePart::Value]);
            rows.push(row(view, unit, sources, RowKind::Body));
        }
    }
    rows
}

fn row(
    view: &IndicatorView,
    figure: &Figure,
    sources: [&IndicatorRef; 2],
    kind: RowKind,
) -> Row {
    let name = view.name(&figure.scope);
    let name = match &figure.scope {
        Scope::Unit(id) => Cell::inline(unit_inline(&name, id)),
        _ => Cell::text(name),
    };
    let mut cells = vec![name];
    cells.extend(sources.map(|word| count(view, figure, word)));
    cells.push(cell(view, figure, FigurePart::Value));
    match figure.targets.first() {
        Some(target) => cells.extend([
            cell(view, figure, FigurePart::Target),
            target.met.map_or_else(|| Cell::text(DASH), |met| Cell::mark(verdict(met))),
        ]),
        None => cells.extend([Cell::default(), Cell::default()]),
    }
    cells.push(match &figure.ranked {
        Some(_) if kind == RowKind::Body => cell(view, figure, FigurePart::Rank),
        _ => Cell::default(),
    });
    Row { kind, cells }
}

fn verdict(met: bool) -> Mark {
    if met { mark("met", "达到") } else { mark("missed", "未达到") }
}

fn count(view: &IndicatorView, figure: &Figure, word: &IndicatorRef) -> Cell {
    let source = view.sheet.view(word.as_str());
    let found = source.and_then(|source| {
        let figure = source.figure(&figure.scope)?;
        Some(cell(&source, figure, FigurePart::Value))
    });
    found.unwrap_or_else(|| Cell::text(DASH))
}
