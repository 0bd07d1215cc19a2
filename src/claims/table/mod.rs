//! The claims of a bulletin's tables: rates, growth, leads, shares, sums and ranks.

mod column;
mod grid;
mod periods;
mod ranks;

use rust_decimal::Decimal;

use crate::claims::found_claim::{Calculation, Computed, FoundClaim, Spot, held};
use crate::claims::table::column::Column;
use crate::claims::table::grid::{Cell, Grid, Row};
use crate::model::printed::claim::GivenNumber;
use crate::model::printed::text::PrintedTable;

/// How far a sum may be off, as a part of it, and still be meant as one.
const FARTHEST: Decimal = Decimal::from_parts(3, 0, 0, false, 1);
/// Words of a note by which the total is more or less than the rows.
const OPEN: [&str; 5] = ["不归入", "只计一次", "不等于", "未列", "重复"];
/// Rows with more addends than keys are not added up.
const MOST_ADDENDS: usize = 26;

/// Returns every claim of the `index`th table; a schedule without a column follows from the months
/// covered. `note` is what stands below it, which may say that the rows do not add up.
pub fn claims(
    index: usize,
    table: &PrintedTable,
    month: Option<u32>,
    note: &str,
) -> Vec<FoundClaim> {
    let grid = Grid::of(index, table, month);
    let mut claims: Vec<FoundClaim> = grid.rows().flat_map(|row| grid.row(row)).collect();
    claims.extend(grid.periods());
    if !OPEN.iter().any(|word| note.contains(word)) {
        claims.extend(grid.sums());
    }
    claims.extend(grid.ranks());
    claims.sort_by_key(|claim| claim.line);
    claims
}

/// A number of a table.
pub struct Number {
    /// Where it stands.
    pub spot: Spot,
    /// Line of the file, from 1.
    pub line: usize,
    /// As printed, with its row and column.
    pub text: String,
    /// Whether it is computed from others, judging by its column.
    pub is_derived: bool,
}

/// Returns the numbers of a table but for those that only number its rows.
pub fn numbers(index: usize, table: &PrintedTable) -> Vec<Number> {
    let grid = Grid::of(index, table, None);
    let number = |row: Row, at: usize| {
        let cell = grid.cell(row, at)?;
        let text = format!("{}{}", grid.what(row, at), cell.text);
        let is_derived = grid.columns[at].is_derived();
        Some(Number { spot: cell.spot, line: row.line, text, is_derived })
    };
    let is_number = |at: &usize| grid.columns[*at] != Column::Number;
    let of_row = |row| {
        let columns = (0..grid.columns.len()).filter(is_number);
        columns.filter_map(|at| number(row, at)).collect::<Vec<_>>()
    };
    grid.rows().flat_map(of_row).collect()
}

/// A calculation over cells, by the keys a, b and so on.
struct Formula<'a> {
    expression: String,
    cells: Vec<(Cell<'a>, GivenNumber)>,
    words: String,
}

impl<'a> Grid<'a> {
    /// Returns the claims within a row.
    fn row(&self, row: Row<'a>) -> Vec<FoundClaim> {
        (0..self.columns.len()).filter_map(|at| self.claim(row, at)).collect()
    }

    fn claim(&self, row: Row<'a>, at: usize) -> Option<FoundClaim> {
        let side = |kind| self.cell(row, self.near(at, kind)?);
        let whole = || self.cell(self.total()?, self.near(at, Column::Value)?);
        let formula = match self.columns[at] {
            Column::Rate => {
                let (value, target) = (side(Column::Value)?, side(Column::Target)?);
                self.pair("pct(a,b)", (value, false), (target, true), "÷")
            }
            Column::Growth => {
                let (value, last) = (side(Column::Value)?, side(Column::LastYear)?);
                let growth = self.pair("g(a,b)", (value, false), (last, false), "÷");
                Formula { words: format!("{}－1", growth.words), ..growth }
            }
            Column::Share => {
                let (value, whole) = (side(Column::Value)?, whole()?);
                self.pair("pct(a,b)", (value, false), (whole, false), "÷")
            }
            Column::Lead => self.lead(row, at)?,
            _ => return None,
        };
        let claim = self.held(row, at, formula)?;
        Some(match self.columns[at] {
            Column::Lead if side(Column::Schedule).is_some() => {
                claim.directed("超", "欠")
            }
            Column::Lead => claim.directed("超", "欠").assumed(),
            _ => claim,
        })
    }

    fn lead(&self, row: Row<'a>, at: usize) -> Option<Formula<'a>> {
        let side = |kind| self.cell(row, self.near(at, kind)?);
        let rate = side(Column::Rate)?;
        if let Some(due) = side(Column::Schedule) {
            return Some(self.pair("a-b", (rate, true), (due, true), "－"));
        }
        let month = self.month?;
        let printed = self.cell(row, at)?;
        let places = rate.value.scale().max(printed.value.scale());
        Some(Formula {
            expression: format!("a-r(seq({month}),{places})"),
            cells: vec![(rate, self.given(rate, true))],
            words: format!("{}－{month}÷12", rate.text),
        })
    }

    /// Returns a calculation over two cells, each with whether it is meant exactly.
    fn pair(
        &self,
        expression: &str,
        left: (Cell<'a>, bool),
        right: (Cell<'a>, bool),
        sign: &str,
    ) -> Formula<'a> {
        let given = |(cell, exact): (Cell<'a>, bool)| (cell, self.given(cell, exact));
        Formula {
            expression: expression.to_owned(),
            cells: vec![given(left), given(right)],
            words: format!("{}{sign}{}", left.0.text, right.0.text),
        }
    }

    fn held(&self, row: Row<'a>, at: usize, formula: Formula) -> Option<FoundClaim> {
        let printed = self.cell(row, at)?;
        let others = formula.cells.iter().map(|(cell, _)| cell.spot);
        let calculation = Calculation {
            expression: formula.expression,
            numbers: formula.cells.iter().map(|(_, given)| *given).collect(),
            words: formula.words,
            spots: std::iter::once(printed.spot).chain(others).collect(),
        };
        held(row.line, self.what(row, at), (printed.value, printed.text), calculation)
    }

    /// Returns the claims of the rows of sums: each column against the sum of its parts.
    fn sums(&self) -> Vec<FoundClaim> {
        let mut claims = self.subtotals();
        claims.extend(self.total_sums());
        claims
    }

    /// Returns the claims of 小计: each against the rows between it and the one before.
    fn subtotals(&self) -> Vec<FoundClaim> {
        let (mut claims, mut parts) = (Vec::new(), Vec::new());
        for row in self.rows() {
            if self.is_total(row) {
                parts.clear();
            } else if self.name(row).contains("小计") {
                claims.extend(self.summed().filter_map(|at| self.sum(row, &parts, at)));
                parts.clear();
            } else {
                parts.push(row);
            }
        }
        claims
    }

    /// Returns the columns whose numbers are added up.
    fn summed(&self) -> impl Iterator<Item = usize> {
        let is_summed = |at: &usize| {
            matches!(self.columns[*at], Column::Value | Column::Target | Column::LastYear)
        };
        (0..self.columns.len()).filter(is_summed)
    }

    /// Returns the claims of the total row.
    fn total_sums(&self) -> Vec<FoundClaim> {
        let Some(total) = self.total() else { return Vec::new() };
        let is_part =
            |row: &Row| !self.is_total(*row) && !self.name(*row).contains("小计");
        let parts: Vec<Row<'a>> = self.rows().filter(is_part).collect();
        self.summed().filter_map(|at| self.sum(total, &parts, at)).collect()
    }

    fn sum(&self, total: Row<'a>, parts: &[Row<'a>], at: usize) -> Option<FoundClaim> {
        let parts = parts.iter().filter(|row| !self.is_blank(**row, at));
        let cells: Vec<Cell> =
            parts.map(|row| self.cell(*row, at)).collect::<Option<_>>()?;
        if !(2..=MOST_ADDENDS).contains(&cells.len()) {
            return None;
        }
        let claim = self.added(total, at, &cells)?;
        // Where rows hold sums of other rows, or where some are missing, they add up to quite another
        // number.
        let printed = self.cell(total, at)?.value;
        let sum = match claim.computed {
            Computed::Number(sum, _) => sum,
            _ => return Some(claim),
        };
        let is_near = (sum - printed).abs() <= printed.abs() * FARTHEST;
        is_near.then_some(claim)
    }

    /// Holds a cell against the sum of others.
    fn added(&self, row: Row<'a>, at: usize, cells: &[Cell<'a>]) -> Option<FoundClaim> {
        let keys: Vec<String> =
            ('a'..='z').take(cells.len()).map(|key| key.to_string()).collect();
        let words: Vec<&str> = cells.iter().map(|cell| cell.text).collect();
        let given = |cell: &Cell<'a>| (*cell, self.given(*cell, false));
        let formula = Formula {
            expression: keys.join("+"),
            cells: cells.iter().map(given).collect(),
            words: words.join("＋"),
        };
        self.held(row, at, formula)
    }
}
