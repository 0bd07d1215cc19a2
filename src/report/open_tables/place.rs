//! Where a row is from: its book and its edition.

use crate::report::open_tables::columns::{Column, text};
use crate::sheet::Sheet;

/// A row of an edition.
pub(super) struct At<'a, T> {
    pub(super) sheet: &'a Sheet<'a>,
    pub(super) row: T,
}

/// The columns that every table of editions begins with.
pub(super) fn places<'a, T>() -> Vec<Column<At<'a, T>>> {
    vec![
        text(("book", "账本", |at| at.sheet.book().id.clone())),
        text(("period", "期", |at| at.sheet.figures.period.to_string())),
    ]
}

/// Those columns, and then others.
pub(super) fn placed<'a, T>(
    columns: impl IntoIterator<Item = Column<At<'a, T>>>,
) -> Vec<Column<At<'a, T>>> {
    places().into_iter().chain(columns).collect()
}

/// The rows of every edition.
pub(super) fn of_sheets<'a, T: 'a, I: IntoIterator<Item = T> + 'a>(
    sheets: &[&'a Sheet<'a>],
    rows: impl Fn(&'a Sheet<'a>) -> I + 'a,
) -> impl Iterator<Item = At<'a, T>> + 'a
where
    I::IntoIter: 'a,
{
    let sheets = sheets.to_vec();
    sheets.into_iter().flat_map(move |sheet| {
        rows(sheet).into_iter().map(move |row| At { sheet, row })
    })
}
