//! A table with its columns told apart.

use rust_decimal::Decimal;

use crate::claims::found_claim::Spot;
use crate::claims::number::plain::Plain;
use crate::claims::number::scan::number;
use crate::claims::table::column::Column;
use crate::model::printed::claim::GivenNumber;
use crate::model::printed::text::{PrintedRow, PrintedTable};

const TOTAL: &[&str] = &["合计", "总计", "全市", "全县", "全区", "全省"];

/// A table with what its columns hold.
pub(super) struct Grid<'a> {
    pub(super) table: &'a PrintedTable,
    pub(super) columns: Vec<Column>,
    /// The last month that the text covers.
    pub(super) month: Option<u32>,
    index: usize,
    /// For each column, whether it counts things, so that its whole numbers are meant exactly.
    counts: Vec<bool>,
}

/// A row with its number.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) line: usize,
    cells: &'a [String],
    at: usize,
}

/// A cell that holds a number.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub(super) value: Decimal,
    pub(super) text: &'a str,
    pub(super) spot: Spot,
    column: usize,
}

impl<'a> Grid<'a> {
    /// Makes the grid of the `index`th table of a text.
    pub(super) fn of(
        index: usize,
        table: &'a PrintedTable,
        month: Option<u32>,
    ) -> Grid<'a> {
        let columns = table.heads.iter().map(|head| Column::of(head)).collect();
        Grid { table, columns, month, index, counts: counts(&table.heads) }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'a>> + use<'a> {
        let row = |(at, row): (usize, &'a PrintedRow)| Row {
            line: row.line,
            cells: &row.cells,
            at,
        };
        self.table.rows.iter().enumerate().map(row)
    }

    pub(super) fn cell(&self, row: Row<'a>, at: usize) -> Option<Cell<'a>> {
        let text = row.cells.get(at)?.trim();
        let plain = Plain::of(text);
        let bare = plain.text().trim_end_matches(['%', '*']);
        let lead = [("超", 1), ("欠", -1)].into_iter().find_map(|(word, sign)| {
            Some((bare.strip_prefix(word)?.trim_end_matches("个百分点"), sign))
        });
        let (bare, sign) = lead.unwrap_or((bare, 1));
        let value = number(bare.trim_end())? * Decimal::from(sign);
        let spot = Spot::Cell(self.index, row.at, at);
        Some(Cell { value, text, spot, column: at })
    }

    /// Returns whether a cell says that there is no number.
    pub(super) fn is_blank(&self, row: Row, at: usize) -> bool {
        let blank = |text: &String| matches!(text.trim(), "" | "—" | "-" | "/");
        row.cells.get(at).is_none_or(blank)
    }

    /// Returns the nearest column of a kind to the left, else the first to the right.
    pub(super) fn near(&self, at: usize, kind: Column) -> Option<usize> {
        let left = (0..at).rev().find(|other| self.columns[*other] == kind);
        left.or_else(|| {
            (at..self.columns.len()).find(|other| self.columns[*other] == kind)
        })
    }

    pub(super) fn name(&self, row: Row<'a>) -> &'a str {
        let named = |text: &&str| number(text).is_none() && !text.is_empty();
        row.cells.iter().map(|text| text.trim()).find(named).unwrap_or_default()
    }

    pub(super) fn is_total(&self, row: Row) -> bool {
        let name = self.name(row).replace(['　', ' '], "");
        TOTAL.iter().any(|word| name.starts_with(word))
    }

    /// Returns the only row with totals.
    pub(super) fn total(&self) -> Option<Row<'a>> {
        let mut totals = self.rows().filter(|row| self.is_total(*row));
        totals.next().filter(|_| totals.next().is_none())
    }

    /// Returns a number for calculation.
    pub(super) fn given(&self, cell: Cell, exact: bool) -> GivenNumber {
        let counted = cell.value.scale() == 0
            && self.counts.get(cell.column).is_some_and(|counts| *counts);
        GivenNumber { value: cell.value, rounded: !exact && !counted }
    }

    pub(super) fn what(&self, row: Row, at: usize) -> String {
        format!("{} {}", self.name(row), self.table.heads[at])
    }
}

/// Returns whether each column counts things: its head says so, or another head does and none is of
/// money.
fn counts(heads: &[String]) -> Vec<bool> {
    const UNITS: [&str; 5] = ["（个", "（家", "（次", "（项", "（人"];
    let counted = |head: &String| {
        let head = head.replace('(', "（");
        UNITS.iter().any(|unit| head.contains(unit))
    };
    let is_money = |head: &String| head.contains('元');
    let all = heads.iter().any(counted) && !heads.iter().any(is_money);
    heads.iter().map(|head| all || counted(head)).collect()
}
