//! Columns of months beside a column of their quarter, and 上月止 and 本月 beside 累计.

use crate::claims::found_claim::FoundClaim;
use crate::claims::number::period::{Period, fill, measure, period};
use crate::claims::number::plain::Plain;
use crate::claims::table::column::Column;
use crate::claims::table::grid::{Cell, Grid, Row};

/// Most columns of one sum.
const MOST: usize = 12;

/// What the head of a column says: the period, and what is measured in it.
struct Dated {
    period: Option<Period>,
    measure: String,
}

impl Grid<'_> {
    /// Returns the claims of each row: a column against those directly beside it that fill its
    /// period.
    pub(super) fn periods(&self) -> Vec<FoundClaim> {
        let heads: Vec<Dated> = self.table.heads.iter().map(|head| dated(head)).collect();
        let totals = (0..heads.len()).filter(|at| self.adds_up(*at));
        let sums = totals.filter_map(|at| Some((at, parts(&heads, at)?)));
        sums.flat_map(|(at, parts)| self.sums_of(at, &parts)).collect()
    }

    /// Returns whether a column holds what may be added up: no rates, marks or ranks.
    fn adds_up(&self, at: usize) -> bool {
        let column = self.columns[at];
        let is_rate = |cell: &str| cell.contains(['%', '％']);
        let mut cells = self.table.rows.iter().filter_map(|row| row.cells.get(at));
        !column.is_derived()
            && column != Column::Score
            && !cells.any(|cell| is_rate(cell))
    }

    /// Returns the claims of a column. Where most do not follow, they are no sums.
    fn sums_of(&self, at: usize, parts: &[usize]) -> Vec<FoundClaim> {
        let sum = |row: Row| {
            let cells: Option<Vec<Cell>> =
                parts.iter().map(|part| self.cell(row, *part)).collect();
            self.added(row, at, &cells?)
        };
        let claims: Vec<FoundClaim> = self.rows().filter_map(sum).collect();
        let failing = claims.iter().filter(|claim| claim.fails()).count();
        if failing > 1 && failing * 2 > claims.len() { Vec::new() } else { claims }
    }
}

fn dated(head: &str) -> Dated {
    let plain = Plain::of(head);
    Dated { period: period(plain.text()), measure: measure(plain.text()) }
}

/// Returns the columns on one side of a column that fill its period, in their order.
fn parts(heads: &[Dated], at: usize) -> Option<Vec<usize>> {
    let whole = heads[at].period?;
    let left: Vec<usize> = (0..at).rev().take(MOST).collect();
    let right: Vec<usize> = (at + 1..heads.len()).take(MOST).collect();
    [left, right].iter().find_map(|columns| {
        let same = |column: &&usize| {
            let head = &heads[**column];
            head.period.is_some() && head.measure == heads[at].measure
        };
        let mut parts: Vec<usize> = columns.iter().take_while(same).copied().collect();
        let periods: Vec<Period> =
            parts.iter().filter_map(|column| heads[*column].period).collect();
        let count = (2..=parts.len()).find(|count| fill(&periods[..*count], whole))?;
        parts.truncate(count);
        parts.sort_unstable();
        Some(parts)
    })
}
