//! Columns that are declared with their cells.

use rust_decimal::Decimal;

use crate::view::open_table::{OpenField, OpenKind, OpenTable};

/// A column of rows of one kind.
pub(super) struct Column<R> {
    field: OpenField,
    cell: fn(&R) -> String,
}

/// What a table is called.
pub(super) struct Head {
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) key: &'static [&'static str],
}

/// Declares a column: its name, what it says, its cell.
type Declared<R> = (&'static str, &'static str, fn(&R) -> String);

pub(super) fn text<R>(declared: Declared<R>) -> Column<R> {
    column(OpenKind::Text, declared)
}

pub(super) fn number<R>(declared: Declared<R>) -> Column<R> {
    column(OpenKind::Number, declared)
}

pub(super) fn integer<R>(declared: Declared<R>) -> Column<R> {
    column(OpenKind::Integer, declared)
}

pub(super) fn flag<R>(declared: Declared<R>) -> Column<R> {
    column(OpenKind::Flag, declared)
}

pub(super) fn day<R>(declared: Declared<R>) -> Column<R> {
    column(OpenKind::Day, declared)
}

fn column<R>(kind: OpenKind, (name, about, cell): Declared<R>) -> Column<R> {
    Column { field: OpenField { name, kind, about }, cell }
}

/// A table of rows, each made when it is asked for.
pub(super) fn table<'a, R: 'a>(
    head: Head,
    columns: Vec<Column<R>>,
    rows: impl Iterator<Item = R> + 'a,
) -> OpenTable<'a> {
    let Head { name, title, key } = head;
    let fields = columns.iter().map(|column| column.field.clone()).collect();
    let cells = move |row: R| columns.iter().map(|column| (column.cell)(&row)).collect();
    OpenTable { name, title, fields, key, rows: Box::new(rows.map(cells)) }
}

/// The cell of something that may be missing.
pub(super) fn maybe<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(T::to_string).unwrap_or_default()
}

/// The cell of a number without trailing zeros.
pub(super) fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}
