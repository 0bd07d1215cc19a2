//! The rows of totals: what they say is held against the rows above them.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::intake::reading::doubt::{At, Doubts};
use crate::load::workbook::{Cell, Value};

/// What a row of a sum is called.
pub(super) const SUMS: &[&str] = &["合计", "小计", "总计", "共计", "累计"];
/// Those of them that are of all rows above.
const TOTALS: &[&str] = &["合计", "总计", "共计"];

/// The sums of the rows of a sheet, by column.
#[derive(Debug, Default)]
pub(super) struct ColumnSums {
    all: BTreeMap<u32, Option<Decimal>>,
}

impl ColumnSums {
    /// Adds the numbers of a row.
    pub(super) fn add<'a>(&mut self, cells: impl Iterator<Item = &'a (u32, &'a Cell)>) {
        for (column, cell) in cells {
            let Some(value) = number(cell) else { continue };
            let sum = self.all.entry(*column).or_insert(Some(Decimal::ZERO));
            *sum = sum.and_then(|sum| sum.checked_add(value));
        }
    }

    /// Notes the numbers of a row of totals that are not the sums of the rows above.
    pub(super) fn hold(
        &self,
        cells: &[(u32, &Cell)],
        at: impl Fn(u32) -> At,
        doubts: &mut Doubts,
    ) {
        let called = |(_, cell): &(u32, &Cell)| match &cell.value {
            Value::Text(text) => {
                let name: String = text.split_whitespace().collect();
                TOTALS.contains(&name.trim_end_matches(['：', ':']))
            }
            _ => false,
        };
        if !cells.iter().any(called) {
            return;
        }
        for (column, cell) in cells {
            let sum = self.all.get(column).copied().flatten();
            let Some((total, sum)) = number(cell).zip(sum) else { continue };
            if total != sum {
                let words =
                    format!("合计写的是{total}，上面各行加起来是{sum}；合计不进账本");
                doubts.note(&at(*column), words);
            }
        }
    }
}

fn number(cell: &Cell) -> Option<Decimal> {
    match &cell.value {
        Value::Number(number) => Some(number.normalize()),
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}
