//! The targets that a plan sets: single ones with their wording, and the tables that split them.

use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::target::{
    Comparison, Force, Target, TargetRow, TargetSum, TargetTable,
};
use crate::model::value::quantity::Quantity;
use crate::report::pages::blocks::{cell, clause_inline, columns, row};
use crate::view::page::Block;
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::date::day;
use crate::words::number::DASH;

/// The table of single targets, then every target table.
pub(super) fn blocks(book: &Book, plan: &Plan) -> Vec<Block> {
    let single = (!plan.targets.is_empty()).then(|| single(book, plan));
    let tables = plan.tables.iter().map(|table| tabled(book, plan, table));
    single.into_iter().chain(tables).map(|table| Block::Table { table }).collect()
}

fn single(book: &Book, plan: &Plan) -> Table {
    Table {
        id: format!("single-{}", plan.id),
        title: "单列的目标".to_owned(),
        unit: String::new(),
        columns: columns(&[
            ("指标", false, 4),
            ("范围", false, 3),
            ("目标", true, 3),
            ("性质", false, 3),
            ("原文", false, 6),
            ("起用", false, 3),
            ("依据", false, 3),
        ]),
        rows: plan.targets.iter().map(|target| single_row(book, plan, target)).collect(),
        notes: Vec::new(),
        wide: false,
    }
}

fn single_row(book: &Book, plan: &Plan, target: &Target) -> Row {
    let scope = book.scope_called(target.scope.as_str());
    let scope = scope.map_or(target.scope.as_str().to_owned(), |it| book.scope_name(&it));
    let more = match target.comparison.unwrap_or(Comparison::AtLeast) {
        Comparison::AtLeast => "以上",
        Comparison::Above => "超过",
    };
    let force = target.force.unwrap_or(Force::Binding).label();
    let nature = [target.level.as_deref(), Some(force), Some(more)];
    row(vec![
        Cell::text(target.indicator.as_str()),
        Cell::text(scope),
        Cell::text(value(&target.value)),
        Cell::text(nature.into_iter().flatten().collect::<Vec<_>>().join("，")),
        Cell::text(target.wording.as_deref().unwrap_or(DASH)),
        Cell::text(target.from.map_or(DASH.to_owned(), day)),
        cell(vec![clause_inline(plan, &target.clause)]),
    ])
}

fn value(value: &Option<Quantity>) -> String {
    value.map_or("未下达".to_owned(), |quantity| quantity.to_string())
}

/// A target table as the document has it, with the sums it states.
fn tabled(book: &Book, plan: &Plan, table: &TargetTable) -> Table {
    let listed = |indicator: &&Indicator| {
        table
            .rows
            .iter()
            .any(|row| row.targets.keys().any(|key| indicator.is_called(key)))
    };
    let indicators: Vec<&Indicator> = plan.indicators.iter().filter(listed).collect();
    let sectors = table.rows.iter().any(|row| row.sector.is_some());
    let mut heads = Vec::new();
    heads.extend(sectors.then_some(("领域", false, 3)));
    heads.push(("单位", false, 5));
    heads.extend(indicators.iter().map(|indicator| (indicator.name.as_str(), true, 3)));
    heads.push(("依据", false, 2));
    let columns: Vec<Column> = columns(&heads);
    let body =
        table.rows.iter().map(|row| table_row(book, plan, table, row, &indicators));
    let sums = table.sums.iter().map(|sum| sum_row(book, plan, sum, &indicators));
    let level = table.level.as_ref().map(|level| format!("由{level}下达"));
    let from = table.from.map(|from| format!("自{}起用", day(from)));
    let notes: Vec<String> = level.into_iter().chain(from).collect();
    Table {
        id: format!("table-{}-{}", plan.id, table.id),
        title: format!("{}（{}）", table.name, table.clause.text),
        unit: String::new(),
        rows: body.chain(sums).map(|row| narrowed(row, sectors)).collect(),
        columns,
        notes: if notes.is_empty() {
            notes
        } else {
            vec![format!("{}。", notes.join("，"))]
        },
        wide: false,
    }
}

/// Without sectors in the table there is no column for them.
fn narrowed(row: Row, sectors: bool) -> Row {
    let skip = usize::from(!sectors);
    Row { cells: row.cells.into_iter().skip(skip).collect(), ..row }
}

fn table_row(
    book: &Book,
    plan: &Plan,
    table: &TargetTable,
    line: &TargetRow,
    indicators: &[&Indicator],
) -> Row {
    let sector = line
        .sector
        .as_ref()
        .map(|sector| book.sector(sector).map_or(sector.as_str(), |found| &found.name));
    let unit = book.unit(&line.unit).map_or(line.unit.as_str(), |unit| &unit.name);
    let mut cells = vec![Cell::text(sector.unwrap_or(DASH)), Cell::text(unit)];
    cells.extend(values(indicators, &line.targets));
    cells.push(cell(vec![clause_inline(plan, &table.clause)]));
    row(cells)
}

fn sum_row(book: &Book, plan: &Plan, sum: &TargetSum, indicators: &[&Indicator]) -> Row {
    let sector = sum
        .sector
        .as_ref()
        .map(|sector| book.sector(sector).map_or(sector.as_str(), |found| &found.name));
    let (kind, name) = match sector {
        Some(_) => (RowKind::Subtotal, "小计"),
        None => (RowKind::Total, "合计"),
    };
    let mut cells = vec![Cell::text(sector.unwrap_or(DASH)), Cell::text(name)];
    cells.extend(values(indicators, &sum.targets));
    cells.push(cell(vec![clause_inline(plan, &sum.clause)]));
    Row { kind, cells }
}

/// A cell for each indicator: its target, 未下达 where it is blank, a dash where it is not in the row.
fn values(
    indicators: &[&Indicator],
    targets: &std::collections::BTreeMap<String, Option<Quantity>>,
) -> Vec<Cell> {
    let find = |indicator: &&Indicator| {
        let found = targets.iter().find(|(key, _)| indicator.is_called(key));
        Cell::text(found.map_or(DASH.to_owned(), |(_, quantity)| value(quantity)))
    };
    indicators.iter().map(find).collect()
}
