//! Columns that are declared with their cells.

use rust_decimal::Decimal;

use crate::sheet::Sheet;
use crate::view::open_table::{OpenField, OpenKind, OpenTable};

/// A row of an edition.
pub(super) struct At<'a, T> {
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) row: T,
}

/// The columns of a table whose rows are of one kind.
pub(super) struct Columns<R> {
    name: &'static str,
    title: &'static str,
    key: &'static [&'static str],
    columns: Vec<(OpenField, Cell<R>)>,
}

/// The text of a cell of a row.
type Cell<R> = fn(&R) -> String;

impl<R> Columns<R> {
    /// The columns of a table with a name and a title.
    pub(super) fn new(name: &'static str, title: &'static str) -> Columns<R> {
        Columns { name, title, key: &[], columns: Vec::new() }
    }

    /// Names the columns that tell rows apart.
    pub(super) fn key(self, key: &'static [&'static str]) -> Columns<R> {
        Columns { key, ..self }
    }

    pub(super) fn text(
        self,
        name: &'static str,
        about: &'static str,
        cell: fn(&R) -> String,
    ) -> Columns<R> {
        self.column(OpenField { name, kind: OpenKind::Text, about }, cell)
    }

    pub(super) fn number(
        self,
        name: &'static str,
        about: &'static str,
        cell: fn(&R) -> String,
    ) -> Columns<R> {
        self.column(OpenField { name, kind: OpenKind::Number, about }, cell)
    }

    pub(super) fn integer(
        self,
        name: &'static str,
        about: &'static str,
        cell: fn(&R) -> String,
    ) -> Columns<R> {
        self.column(OpenField { name, kind: OpenKind::Integer, about }, cell)
    }

    pub(super) fn flag(
        self,
        name: &'static str,
        about: &'static str,
        cell: fn(&R) -> String,
    ) -> Columns<R> {
        self.column(OpenField { name, kind: OpenKind::Flag, about }, cell)
    }

    pub(super) fn day(
        self,
        name: &'static str,
        about: &'static str,
        cell: fn(&R) -> String,
    ) -> Columns<R> {
        self.column(OpenField { name, kind: OpenKind::Day, about }, cell)
    }

    fn column(mut self, field: OpenField, cell: fn(&R) -> String) -> Columns<R> {
        self.columns.push((field, cell));
        self
    }

    /// The table of rows, each made when it is asked for.
    pub(super) fn of<'a>(self, rows: impl Iterator<Item = R> + 'a) -> OpenTable<'a>
    where
        R: 'a,
    {
        let Columns { name, title, key, columns } = self;
        let fields = columns.iter().map(|(field, _)| field.clone()).collect();
        let cells = move |row: R| columns.iter().map(|(_, cell)| cell(&row)).collect();
        OpenTable { name, title, fields, key, rows: Box::new(rows.map(cells)) }
    }
}

impl<'a, T: 'a> Columns<At<'a, T>> {
    /// The columns of a table of editions, which begin with the place of a row.
    pub(super) fn of_editions(
        name: &'static str,
        title: &'static str,
    ) -> Columns<At<'a, T>> {
        Columns::new(name, title)
            .text("book", "账本", |at: &At<T>| at.sheet.book().id.clone())
            .text("period", "期", |at| at.sheet.figures.period.to_string())
    }

    /// The table of the rows of some editions.
    pub(super) fn of_sheets<I>(
        self,
        sheets: &[&'a Sheet<'a>],
        rows: fn(&'a Sheet<'a>) -> I,
    ) -> OpenTable<'a>
    where
        I: IntoIterator<Item = T> + 'a,
        I::IntoIter: 'a,
    {
        let sheets = sheets.to_vec();
        self.of(sheets.into_iter().flat_map(move |sheet| {
            rows(sheet).into_iter().map(move |row| At { sheet, row })
        }))
    }
}

/// The cell of something that may be missing.
pub(super) fn maybe<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(T::to_string).unwrap_or_default()
}

/// The cell of a number without trailing zeros.
pub(super) fn plain(number: Decimal) -> String {
    number.normalize().to_string()
}
