//! The columns of a table, each declared once with its head, its weight and the cell of a row.

pub(crate) mod branches;
pub(crate) mod parts;
pub(crate) mod score_heads;
pub(crate) mod score_rows;

use crate::view::table::{Cell, Column, Row, RowKind, Table};

/// Makes the cell of a row from what the row shows.
type MakeCell<'a, T> = Box<dyn Fn(T) -> Cell + 'a>;

/// The columns of a table whose rows each show an item.
pub(crate) struct Columns<'a, T> {
    columns: Vec<(Column, MakeCell<'a, T>)>,
}

impl<'a, T: Copy> Columns<'a, T> {
    /// No columns yet.
    pub(crate) fn new() -> Columns<'a, T> {
        Columns { columns: Vec::new() }
    }

    /// Adds a column of words.
    pub(crate) fn words<C: Into<Cell>>(
        self,
        head: &str,
        weight: u8,
        cell: impl Fn(T) -> C + 'a,
    ) -> Columns<'a, T> {
        self.column(Column::words(head, weight), cell)
    }

    /// Adds a column of numbers.
    pub(crate) fn numbers<C: Into<Cell>>(
        self,
        head: &str,
        weight: u8,
        cell: impl Fn(T) -> C + 'a,
    ) -> Columns<'a, T> {
        self.column(Column::numbers(head, weight), cell)
    }

    fn column<C: Into<Cell>>(
        mut self,
        column: Column,
        cell: impl Fn(T) -> C + 'a,
    ) -> Columns<'a, T> {
        self.columns.push((column, Box::new(move |item| cell(item).into())));
        self
    }

    /// Puts the column added last under a group's head.
    pub(crate) fn under(mut self, group: &str) -> Columns<'a, T> {
        if let Some((column, _)) = self.columns.last_mut() {
            column.group = group.to_owned();
        }
        self
    }

    /// Says how much the column added last tells where there is room for few.
    pub(crate) fn telling(mut self, telling: u8) -> Columns<'a, T> {
        if let Some((column, _)) = self.columns.last_mut() {
            column.telling = telling;
        }
        self
    }

    /// Takes the column added last away unless it stands.
    pub(crate) fn when(mut self, stands: bool) -> Columns<'a, T> {
        if !stands {
            self.columns.pop();
        }
        self
    }

    /// How many columns there are.
    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    /// A row of a kind that shows an item.
    pub(crate) fn row(&self, kind: RowKind, item: T) -> Row {
        let cells = self.columns.iter().map(|(_, cell)| cell(item)).collect();
        Row { kind, cells }
    }

    /// A row that is but the head of the rows below, with its words in one of the columns.
    pub(crate) fn heading(&self, at: usize, words: impl Into<String>) -> Row {
        let mut cells = vec![Cell::default(); self.len()];
        cells[at] = Cell::text(words);
        Row { kind: RowKind::Subtotal, cells }
    }

    /// The table with an ordinary row for each item, without a unit and notes, for an upright page.
    pub(crate) fn listing(
        self,
        id: impl Into<String>,
        title: impl Into<String>,
        items: impl IntoIterator<Item = T>,
    ) -> Table {
        let rows = items.into_iter().map(|item| self.row(RowKind::Body, item)).collect();
        self.table(id, title, rows)
    }

    /// The same with a row for each of some records of the book, of which there may be any number.
    pub(crate) fn records(
        self,
        id: impl Into<String>,
        title: impl Into<String>,
        records: impl IntoIterator<Item = T>,
    ) -> Table {
        Table { records: true, ..self.listing(id, title, records) }
    }

    /// The table with the rows that these columns made.
    pub(crate) fn table(
        self,
        id: impl Into<String>,
        title: impl Into<String>,
        rows: Vec<Row>,
    ) -> Table {
        let columns = self.columns.into_iter().map(|(column, _)| column).collect();
        Table { id: id.into(), title: title.into(), ..Table::bare(columns, rows) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_does_not_stand_has_neither_head_nor_cells() {
        let columns = |stands| {
            Columns::<u32>::new()
                .words("名称", 3, |_| "甲")
                .numbers("数", 2, |number| number.to_string())
                .under("组")
                .when(stands)
        };
        for (stands, count) in [(true, 2), (false, 1)] {
            let table = columns(stands).listing("id", "标题", [7]);
            assert_eq!(table.columns.len(), count);
            assert_eq!(table.rows[0].cells.len(), count);
        }
        let group = &columns(true).table("id", "标题", Vec::new()).columns[1].group;
        assert_eq!(group, "组");
    }
}
