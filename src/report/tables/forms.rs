//! 统计表: a form that a plan prescribes, with its rows and columns in its order.

use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::form::{Form, FormColumn};
use crate::report::tables::{Dashes, Make, TableKind, cell, unit_inline};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::{Cell, Column, Row, RowKind, Table};
use crate::words::date;
use crate::words::demo;

pub(super) const TABLE: TableKind = TableKind {
    name: "统计表",
    meaning: "方案声明的一张统计表，照样列出各行的数和合计",
    level: Level::Public,
    make: Make::Form(make),
};

fn make(sheet: &Sheet, form: &Form) -> Option<Table> {
    let columns: Vec<(&FormColumn, IndicatorView)> = form
        .columns
        .iter()
        .filter_map(|column| Some((column, sheet.view(column.indicator.as_str())?)))
        .collect();
    let mut dashes = Dashes::default();
    let scopes = sheet.rows_of(form);
    let mut rows = rows(&scopes, &columns, &mut dashes);
    rows.push(row(&columns, &Scope::All, RowKind::Total, &mut dashes));
    let demo = columns.iter().any(|(_, view)| !view.demo_mark().is_empty());
    let until = date::day(sheet.figures.period.end());
    let mut notes = vec![format!("截至{until}；依据{}。", form.clause.cited())];
    if scopes.iter().any(|scope| !matches!(scope, Scope::Unit(_))) {
        notes.push(
            "合计为全部，包括不归入上列各行的；归入几行的在合计中只计一次。".to_owned(),
        );
    }
    notes.extend(dashes.notes());
    (!columns.is_empty()).then(|| Table {
        id: format!("form-{}", form.id),
        title: format!("{}{}", form.name, demo::after_title(demo)),
        unit: String::new(),
        columns: heads(form, &columns),
        rows,
        notes,
        wide: columns.len() > 5,
    })
}

fn heads(form: &Form, columns: &[(&FormColumn, IndicatorView)]) -> Vec<Column> {
    let first = form.first.as_deref().unwrap_or("填报单位");
    let head = |(column, view): &(&FormColumn, IndicatorView)| {
        let head = Column::numbers(&format!("{}（{}）", column.name, view.unit()), 9);
        head.under(column.group.as_deref().unwrap_or_default())
    };
    std::iter::once(Column::words(first, 20)).chain(columns.iter().map(head)).collect()
}

fn rows(
    scopes: &[Scope],
    columns: &[(&FormColumn, IndicatorView)],
    dashes: &mut Dashes,
) -> Vec<Row> {
    let line = |scope: &Scope| {
        let mut row = row(columns, scope, RowKind::Body, dashes);
        if let (Scope::Unit(id), Some((_, view))) = (scope, columns.first()) {
            row.cells[0] = Cell::inline(unit_inline(&view.name(scope), id));
        }
        row
    };
    scopes.iter().map(line).collect()
}

fn row(
    columns: &[(&FormColumn, IndicatorView)],
    scope: &Scope,
    kind: RowKind,
    dashes: &mut Dashes,
) -> Row {
    let mut cells = vec![Cell::default()];
    for (_, view) in columns {
        if cells[0].inlines.is_empty() {
            cells[0] = Cell::text(view.name(scope));
        }
        cells.push(view.figure(scope).map_or_else(Cell::default, |figure| {
            dashes.see(view, figure, &[FigurePart::Value]);
            cell(view, figure, FigurePart::Value)
        }));
    }
    Row { kind, cells }
}
