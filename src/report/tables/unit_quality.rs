//! 单位质量指标: one rate for every unit, with its two counts, what is asked and whether it is reached.

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::indicator::MeasureKind;
use crate::model::value::reference::IndicatorRef;
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::{part_cell, scope_cell};
use crate::report::listings::dashes::Dashes;
use crate::report::listings::links::scope_inline;
use crate::report::listings::marks::verdict;
use crate::report::listings::standings::sort_by_rank;
use crate::report::tables::{Make, TableKind};
use crate::sheet::IndicatorView;
use crate::sheet::part::FigurePart;
use crate::view::table::{Cell, RowKind, Table};
use crate::words::number::DASH;

pub(super) const TABLE: TableKind = TableKind {
    name: "单位质量指标",
    meaning: "一个率的各单位：分子、分母、率、要求、是否达到、名次",
    level: Level::Public,
    make: Make::Indicator(make),
};

/// A figure in a row of a kind.
type Line<'a> = (RowKind, &'a Figure);

fn make(view: &IndicatorView) -> Option<Table> {
    let indicator = view.indicator();
    let sources = [indicator.numerator.as_ref()?, indicator.denominator.as_ref()?];
    let lines = lines(view);
    let mut dashes = Dashes::default();
    for (_, unit) in lines.iter().filter(|(kind, _)| *kind == RowKind::Body) {
        dashes.see(view, unit, &[FigurePart::Value]);
    }
    let columns = columns(view, sources);
    let rows = lines.iter().map(|line| columns.row(line.0, *line)).collect();
    let computed = indicator.measure == MeasureKind::Ratio && lines.len() > 1;
    let id = format!("unit-quality-{}", indicator.id);
    let title = format!("各单位{}{}", indicator.name, view.demo_mark());
    computed.then(|| Table { notes: dashes.notes(), ..columns.table(id, title, rows) })
}

/// The groups with their units in the order of their ranks, then the whole.
fn lines<'a>(view: &IndicatorView<'a>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let is_group = |figure: &&Figure| matches!(figure.scope, Scope::Group(_));
    for group in view.at.figures.iter().filter(is_group) {
        let scopes = view.rows().below(&group.scope);
        let mut units: Vec<&Figure> =
            scopes.into_iter().filter_map(|scope| view.figure(&scope)).collect();
        if units.iter().all(|unit| unit.target().is_err()) {
            continue;
        }
        sort_by_rank(&mut units);
        lines.push((RowKind::Subtotal, group));
        lines.extend(units.into_iter().map(|unit| (RowKind::Body, unit)));
    }
    lines.push((RowKind::Total, view.whole()));
    lines
}

fn columns<'a>(
    view: &'a IndicatorView,
    sources: [&'a IndicatorRef; 2],
) -> Columns<'a, Line<'a>> {
    let names = Columns::<Line>::new()
        .words("单位", 24, |(_, figure)| scope_inline(view, &figure.scope));
    let counts = sources.into_iter().fold(names, |columns, source| {
        let source = view.sheet.view(source.as_str());
        let head = source.map_or_else(String::new, |source| {
            format!("{}（{}）", source.indicator().short(), source.unit())
        });
        columns.numbers(&head, 13, move |(_, figure)| match source {
            Some(source) => scope_cell(&source, &figure.scope, FigurePart::Value),
            None => Cell::text(DASH),
        })
    });
    let rate = format!("{}（{}）", view.indicator().short(), view.unit());
    counts
        .numbers(&rate, 12, |(_, figure)| part_cell(view, figure, FigurePart::Value))
        .numbers(&format!("要求（{}）", view.unit()), 11, |(_, figure)| match figure
            .targets
            .first()
        {
            Some(_) => part_cell(view, figure, FigurePart::Target),
            None => Cell::default(),
        })
        .words("是否达到", 11, |(_, figure)| match figure.targets.first() {
            Some(target) => target
                .met
                .map_or_else(|| Cell::text(DASH), |met| Cell::mark(verdict(met))),
            None => Cell::default(),
        })
        .numbers("名次", 7, |(kind, figure)| match &figure.ranked {
            Some(_) if kind == RowKind::Body => part_cell(view, figure, FigurePart::Rank),
            _ => Cell::default(),
        })
}
