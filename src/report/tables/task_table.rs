//! 目标任务完成情况: each target table as the document has it, with what was reached in each row.

use crate::figures::figure::Figure;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::target::{TargetRow, TargetTable};
use crate::model::record::registry::{Sector, Unit};
use crate::report::tables::{Dashes, Make, TableKind, cell, has_number, unit_inline};
use crate::sheet::part::{FigurePart, lamp_mark};
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "目标任务完成情况",
    meaning: "照文件的每张目标表逐行列出各指标的目标、完成数、完成率；有几张列几张",
    level: Level::Public,
    make: Make::Several(make),
};

const PARTS: [FigurePart; 3] =
    [FigurePart::Target, FigurePart::Value, FigurePart::Completion];

fn make(sheet: &Sheet) -> Vec<Table> {
    let tables = sheet.plans().flat_map(|plan| &plan.tables);
    tables.filter_map(|table| of(sheet, table)).collect()
}

/// One table of a plan; none where it has no figures or is not in force.
fn of(sheet: &Sheet, table: &TargetTable) -> Option<Table> {
    let end = sheet.figures.period.end();
    let from = table.from.is_none_or(|from| from <= end);
    if !from || table.to.is_some_and(|to| to < end) {
        return None;
    }
    let views: Vec<IndicatorView> =
        sheet.views().filter(|view| covers(table, view)).collect();
    let mut dashes = Dashes::default();
    let mut rows = Vec::new();
    let mut sector: Option<&Sector> = None;
    for row in &table.rows {
        let own = row.sector.as_ref().and_then(|own| sheet.book().sector(own));
        if own.is_some() && own != sector {
            let scope = own.map(|own| Scope::Sector(own.id.to_string()));
            rows.extend(
                scope.map(|scope| line(&views, &scope, RowKind::Subtotal, &mut dashes)),
            );
        }
        sector = own;
        rows.extend(unit_line(sheet, &views, table, row, &mut dashes));
    }
    let whole = whole(sheet, table);
    if whole == Scope::All && views.iter().any(speaks_of_others) {
        rows.push(line(&views, &Scope::Other, RowKind::Subtotal, &mut dashes));
    }
    rows.push(line(&views, &whole, RowKind::Total, &mut dashes));
    let demo = views.iter().any(|view| view.whole().demo);
    (!views.is_empty()).then(|| Table {
        id: format!("tasks-{}", table.id),
        title: format!("{}完成情况{}", table.name, demo::after_title(demo)),
        unit: String::new(),
        columns: columns(&views),
        rows,
        notes: dashes.notes(),
        wide: views.len() > 1,
    })
}

/// What the last row adds up: the group that all rows are of, else the whole.
fn whole(sheet: &Sheet, table: &TargetTable) -> Scope {
    let book = sheet.book();
    let group =
        |row: &TargetRow| Some(book.group(&book.unit(&row.unit)?.group)?.id.to_string());
    let mut groups: Vec<Option<String>> = table.rows.iter().map(group).collect();
    groups.dedup();
    match groups.as_slice() {
        [Some(only)] => Scope::Group(only.clone()),
        _ => Scope::All,
    }
}

/// Whether units without a row of their own have something to their credit.
fn speaks_of_others(view: &IndicatorView) -> bool {
    view.figure(&Scope::Other).is_some_and(has_number)
}

fn covers(table: &TargetTable, view: &IndicatorView) -> bool {
    table
        .rows
        .iter()
        .any(|row| row.targets.keys().any(|key| view.indicator().is_called(key)))
}

fn columns(views: &[IndicatorView]) -> Vec<Column> {
    let mut columns = vec![Column::words("责任单位", 24)];
    for view in views {
        let group = format!("{}（{}）", view.indicator().short(), view.unit());
        columns.extend([
            Column::numbers("目标", 8).under(&group),
            Column::numbers("完成数", 8).under(&group),
            Column::numbers("完成率", 9).under(&group),
        ]);
        columns
            .extend(view.series.curve().map(|_| Column::words("状态", 10).under(&group)));
    }
    columns
}

fn unit_line(
    sheet: &Sheet,
    views: &[IndicatorView],
    table: &TargetTable,
    row: &TargetRow,
    dashes: &mut Dashes,
) -> Option<Row> {
    let book = sheet.book();
    let unit: &Unit = book.unit(&row.unit)?;
    let sector = row.sector.as_ref().and_then(|sector| book.sector(sector));
    let several =
        table.rows.iter().filter(|other| book.unit(&other.unit) == Some(unit)).count()
            > 1;
    let id = unit.id.to_string();
    let scope = match sector {
        Some(sector) if several => Scope::UnitInSector(id, sector.id.to_string()),
        _ => Scope::Unit(id),
    };
    let mut line = line(views, &scope, RowKind::Body, dashes);
    line.cells[0] = Cell::inline(unit_inline(&unit.name, unit.id.as_str()));
    Some(line)
}

fn line(
    views: &[IndicatorView],
    scope: &Scope,
    kind: RowKind,
    dashes: &mut Dashes,
) -> Row {
    let mut cells = Vec::new();
    for view in views {
        if cells.is_empty() {
            cells.push(Cell::text(view.name(scope)));
        }
        let curve = view.series.curve().is_some();
        match view.figure(scope) {
            Some(figure) => cells.extend(numbers(view, figure, curve, dashes)),
            None => cells.extend(vec![Cell::default(); PARTS.len() + usize::from(curve)]),
        }
    }
    Row { kind, cells }
}

fn numbers(
    view: &IndicatorView,
    figure: &Figure,
    curve: bool,
    dashes: &mut Dashes,
) -> Vec<Cell> {
    dashes.see(view, figure, &PARTS);
    let mut cells: Vec<Cell> =
        PARTS.iter().map(|part| cell(view, figure, *part)).collect();
    cells.extend(curve.then(|| Cell::mark(lamp_mark(figure.lamp.as_ref()))));
    cells
}
