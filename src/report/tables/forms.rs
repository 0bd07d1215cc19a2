//! 统计表: a form that a plan prescribes, with its rows and columns in its order.

use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::form::{Form, FormColumn};
use crate::report::listings::columns::Columns;
use crate::report::listings::columns::parts::part_cell;
use crate::report::listings::dashes::Dashes;
use crate::report::listings::links::scope_inline;
use crate::report::tables::{Make, TableKind};
use crate::sheet::part::FigurePart;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::{Cell, RowKind, Table};
use crate::words::date;
use crate::words::demo;

/// More columns than that ask for a turned page.
const WIDE: usize = 5;

pub(super) const TABLE: TableKind = TableKind {
    name: "统计表",
    meaning: "方案声明的一张统计表，照样列出各行的数和合计",
    level: Level::Public,
    make: Make::Form(make),
};

/// A column of a form with its indicator.
type ViewedColumn<'a> = (&'a FormColumn, IndicatorView<'a>);

fn make(sheet: &Sheet, form: &Form) -> Option<Table> {
    let viewed: Vec<ViewedColumn> = form
        .columns
        .iter()
        .filter_map(|column| Some((column, sheet.view(column.indicator.as_str())?)))
        .collect();
    let scopes = sheet.rows_of(form);
    let columns = columns(form, &viewed);
    let body = scopes.iter().map(|scope| columns.row(RowKind::Body, scope));
    let total = columns.row(RowKind::Total, &Scope::All);
    let rows = body.chain([total]).collect();
    let is_demo = viewed.iter().any(|(_, view)| !view.demo_mark().is_empty());
    let title = format!("{}{}", form.name, demo::after_title(is_demo));
    (!viewed.is_empty()).then(|| Table {
        notes: notes(sheet, form, &viewed, &scopes),
        wide: viewed.len() > WIDE,
        ..columns.table(format!("form-{}", form.id), title, rows)
    })
}

fn columns<'a>(form: &Form, viewed: &'a [ViewedColumn]) -> Columns<'a, &'a Scope> {
    let first = form.first.as_deref().unwrap_or("填报单位");
    let names = Columns::new().words(first, 20, |scope| match viewed.first() {
        Some((_, view)) => scope_inline(view, scope).into(),
        None => Cell::default(),
    });
    viewed.iter().fold(names, |columns, (column, view)| {
        columns
            .numbers(&format!("{}（{}）", column.name, view.unit()), 9, |scope| {
                view.figure(scope).map_or_else(Cell::default, |figure| {
                    part_cell(view, figure, FigurePart::Value)
                })
            })
            .under(column.group.as_deref().unwrap_or_default())
    })
}

fn notes(
    sheet: &Sheet,
    form: &Form,
    viewed: &[ViewedColumn],
    scopes: &[Scope],
) -> Vec<String> {
    let until = date::day(sheet.figures.period.end());
    let mut notes = vec![format!("截至{until}；依据{}。", form.clause.cited())];
    if scopes.iter().any(|scope| !matches!(scope, Scope::Unit(_))) {
        notes.push(
            "合计为全部，包括不归入上列各行的；归入几行的在合计中只计一次。".to_owned(),
        );
    }
    let mut dashes = Dashes::default();
    for scope in scopes.iter().chain([&Scope::All]) {
        for (_, view) in viewed {
            if let Some(figure) = view.figure(scope) {
                dashes.see(view, figure, &[FigurePart::Value]);
            }
        }
    }
    notes.extend(dashes.notes());
    notes
}
