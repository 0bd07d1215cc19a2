//! The claims of a bulletin's tables: rates, growth, leads, shares, sums and ranks.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::claims::amount::number;
use crate::claims::found_claim::{Calculation, Computed, FoundClaim, held};
use crate::claims::verdict::Verdict;
use crate::model::printed::claim::GivenNumber;
use crate::model::printed::text::{PrintedRow, PrintedTable};

/// What a column holds, by the words of its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Target,
    Value,
    LastYear,
    Rate,
    Schedule,
    Lead,
    Growth,
    Share,
    Score,
    Rank,
    Other,
}

/// Heads by the words they contain; the first that fits counts.
const HEADS: &[(&[&str], Column)] = &[
    (&["名次", "排名", "排位", "位次"], Column::Rank),
    (
        &["超欠", "超序时", "欠序时", "超进度", "欠进度", "超（欠）", "超(欠)"],
        Column::Lead,
    ),
    (&["序时"], Column::Schedule),
    (&["同比", "增幅", "增长"], Column::Growth),
    (&["占比", "比重"], Column::Share),
    (&["完成率", "完成比例", "完成进度", "占目标", "占任务", "%"], Column::Rate),
    (&["上年", "去年", "同期"], Column::LastYear),
    (&["目标", "任务", "计划"], Column::Target),
    (&["得分", "总分", "分数"], Column::Score),
    (&["完成", "到位", "实际", "累计", "本期", "金额", "签约", "开工"], Column::Value),
];
const TOTAL: &[&str] = &["合计", "总计", "全市", "全县", "全区", "全省"];
/// Rows with more addends than keys are not added up.
const MOST_ADDENDS: usize = 26;

/// Returns every claim of a table; a schedule without a column follows from the months covered.
pub fn claims(table: &PrintedTable, month: Option<u32>) -> Vec<FoundClaim> {
    let columns: Vec<Column> = table.heads.iter().map(|head| column(head)).collect();
    let grid = Grid { table, columns, month };
    let mut claims: Vec<FoundClaim> =
        table.rows.iter().flat_map(|row| grid.row(row)).collect();
    claims.extend(grid.sums());
    claims.extend(grid.ranks());
    claims.sort_by_key(|claim| claim.line);
    claims
}

fn column(head: &str) -> Column {
    HEADS
        .iter()
        .find(|(words, _)| words.iter().any(|word| head.contains(word)))
        .map_or(Column::Other, |(_, kind)| *kind)
}

struct Grid<'a> {
    table: &'a PrintedTable,
    columns: Vec<Column>,
    month: Option<u32>,
}

/// A cell that holds a number.
type Cell<'a> = (Decimal, &'a str);

impl<'a> Grid<'a> {
    fn cell(&self, row: &'a PrintedRow, at: usize) -> Option<Cell<'a>> {
        let text = row.cells.get(at)?.trim();
        let bare = text.trim_end_matches(['%', '％', '*']);
        let lead = [("超", 1), ("欠", -1)].into_iter().find_map(|(word, sign)| {
            Some((bare.strip_prefix(word)?.trim_end_matches("个百分点"), sign))
        });
        let (bare, sign) = lead.unwrap_or((bare, 1));
        Some((number(bare)? * Decimal::from(sign), text))
    }

    /// Returns the nearest column of a kind to the left, else the first to the right.
    fn near(&self, at: usize, kind: Column) -> Option<usize> {
        let left = (0..at).rev().find(|other| self.columns[*other] == kind);
        left.or_else(|| {
            (at..self.columns.len()).find(|other| self.columns[*other] == kind)
        })
    }

    fn name(&self, row: &PrintedRow) -> String {
        let named =
            |text: &&String| number(text.trim()).is_none() && !text.trim().is_empty();
        row.cells
            .iter()
            .find(named)
            .map_or_else(String::new, |text| text.trim().to_owned())
    }

    fn is_total(&self, row: &PrintedRow) -> bool {
        let name = self.name(row).replace(['　', ' '], "");
        TOTAL.iter().any(|word| name.starts_with(word))
    }

    fn total(&self) -> Option<&'a PrintedRow> {
        let mut totals = self.table.rows.iter().filter(|row| self.is_total(row));
        totals.next().filter(|_| totals.next().is_none())
    }

    /// Returns whether the table counts things, so that its whole numbers are meant exactly.
    fn counts(&self) -> bool {
        const UNITS: [&str; 5] = ["（个", "（家", "（次", "（项", "（人"];
        self.table.heads.iter().any(|head| {
            let head = head.replace('(', "（");
            UNITS.iter().any(|unit| head.contains(unit))
        })
    }

    /// Returns the claims within a row.
    fn row(&self, row: &'a PrintedRow) -> Vec<FoundClaim> {
        (0..self.columns.len()).filter_map(|at| self.claim(row, at)).collect()
    }

    fn claim(&self, row: &'a PrintedRow, at: usize) -> Option<FoundClaim> {
        let printed = self.cell(row, at)?;
        let side = |kind| self.cell(row, self.near(at, kind)?);
        let given = |cell: Cell, exact: bool| {
            let counted = cell.0.scale() == 0 && self.counts();
            let rounded = !exact && !counted;
            GivenNumber { value: cell.0, rounded }
        };
        let (expression, numbers, words) = match self.columns[at] {
            Column::Rate => {
                let (value, target) = (side(Column::Value)?, side(Column::Target)?);
                let numbers = vec![given(value, false), given(target, true)];
                ("pct(a,b)".to_owned(), numbers, format!("{}÷{}", value.1, target.1))
            }
            Column::Growth => {
                let (value, last) = (side(Column::Value)?, side(Column::LastYear)?);
                let numbers = vec![given(value, false), given(last, false)];
                ("g(a,b)".to_owned(), numbers, format!("{}÷{}－1", value.1, last.1))
            }
            Column::Lead => {
                let rate = side(Column::Rate)?;
                match (side(Column::Schedule), self.month) {
                    (Some(due), _) => {
                        let numbers = vec![given(rate, true), given(due, true)];
                        ("a-b".to_owned(), numbers, format!("{}－{}", rate.1, due.1))
                    }
                    (None, Some(month)) => {
                        let places = rate.0.scale().max(printed.0.scale());
                        let expression = format!("a-r(seq({month}),{places})");
                        let words = format!("{}－{month}÷12", rate.1);
                        (expression, vec![given(rate, true)], words)
                    }
                    (None, None) => return None,
                }
            }
            Column::Share => {
                let value = side(Column::Value)?;
                let whole = self.cell(self.total()?, self.near(at, Column::Value)?)?;
                let numbers = vec![given(value, false), given(whole, false)];
                ("pct(a,b)".to_owned(), numbers, format!("{}÷{}", value.1, whole.1))
            }
            _ => return None,
        };
        let calculation = Calculation { expression, numbers, words };
        let claim = held(row.line, self.what(row, at), printed, calculation)?;
        Some(match self.columns[at] {
            Column::Lead if side(Column::Schedule).is_some() => {
                claim.directed("超", "欠")
            }
            Column::Lead => claim.directed("超", "欠").assumed(),
            _ => claim,
        })
    }

    fn what(&self, row: &PrintedRow, at: usize) -> String {
        format!("{} {}", self.name(row), self.table.heads[at])
    }

    /// Returns the claims of the total row: each column against the sum of its parts.
    fn sums(&self) -> Vec<FoundClaim> {
        let Some(total) = self.total() else { return Vec::new() };
        let parts: Vec<&PrintedRow> = self
            .table
            .rows
            .iter()
            .filter(|row| !self.is_total(row) && !self.name(row).contains("小计"))
            .collect();
        let columns = (0..self.columns.len()).filter(|at| {
            matches!(self.columns[*at], Column::Value | Column::Target | Column::LastYear)
        });
        columns.filter_map(|at| self.sum(total, &parts, at)).collect()
    }

    fn sum(
        &self,
        total: &'a PrintedRow,
        parts: &[&'a PrintedRow],
        at: usize,
    ) -> Option<FoundClaim> {
        let printed = self.cell(total, at)?;
        let blank = |row: &PrintedRow| {
            row.cells
                .get(at)
                .is_none_or(|text| matches!(text.trim(), "" | "—" | "-" | "/"))
        };
        let cells: Vec<Cell> = parts
            .iter()
            .filter(|row| !blank(row))
            .map(|row| self.cell(row, at))
            .collect::<Option<_>>()?;
        if !(2..=MOST_ADDENDS).contains(&cells.len()) {
            return None;
        }
        let keys: Vec<String> =
            ('a'..='z').take(cells.len()).map(|key| key.to_string()).collect();
        let words: Vec<&str> = cells.iter().map(|cell| cell.1).collect();
        let numbers = cells.iter().map(|cell| GivenNumber::rounded(cell.0)).collect();
        let calculation =
            Calculation { expression: keys.join("+"), numbers, words: words.join("＋") };
        held(total.line, self.what(total, at), printed, calculation)
    }

    /// Ranks against the column they follow best, each run of ranks apart.
    fn ranks(&self) -> Vec<FoundClaim> {
        let at = self.columns.iter().position(|kind| *kind == Column::Rank);
        let Some(at) = at else { return Vec::new() };
        let kinds =
            [Column::Score, Column::Rate, Column::Lead, Column::Value, Column::Growth];
        let bases = kinds.iter().filter_map(|kind| self.near(at, *kind));
        let failing = |claims: &Vec<FoundClaim>| {
            claims.iter().filter(|claim| claim.fails()).count()
        };
        let best = bases
            .map(|basis| self.ranks_by(at, basis))
            .filter(|claims| !claims.is_empty())
            .min_by_key(failing)
            .unwrap_or_default();
        // Where most ranks do not follow from any column, they rest on something else.
        if failing(&best) * 2 > best.len() { Vec::new() } else { best }
    }

    fn ranks_by(&self, at: usize, basis: usize) -> Vec<FoundClaim> {
        let mut claims = Vec::new();
        for group in self.groups(at, basis) {
            for (row, rank, value) in &group {
                let better =
                    group.iter().filter(|(_, _, other)| other.0 > value.0).count();
                let tied =
                    group.iter().filter(|(_, _, other)| other.0 == value.0).count();
                let expected = better + 1;
                let fits = *rank >= expected && *rank < expected + tied;
                claims.push(FoundClaim {
                    line: row.line,
                    what: self.what(row, at),
                    printed: format!("第{rank}"),
                    basis: format!("{}{}", self.table.heads[basis], value.1),
                    computed: Computed::Words(format!("第{expected}")),
                    verdict: if fits { Verdict::Match } else { Verdict::Mismatch },
                    assumed: false,
                });
            }
        }
        claims
    }

    /// Returns the ranked rows in runs, separated by rows with totals or subtotals.
    fn groups(
        &self,
        at: usize,
        basis: usize,
    ) -> Vec<Vec<(&'a PrintedRow, usize, Cell<'a>)>> {
        let mut groups = vec![Vec::new()];
        for row in &self.table.rows {
            let ranked = self.cell(row, at).zip(self.cell(row, basis));
            let whole = ranked.filter(|(rank, _)| rank.0.scale() == 0);
            let rank = whole.and_then(|(rank, _)| rank.0.to_usize());
            match (rank, ranked) {
                (Some(rank), Some((_, value))) => {
                    groups
                        .last_mut()
                        .into_iter()
                        .for_each(|group| group.push((row, rank, value)));
                }
                _ => groups.push(Vec::new()),
            }
        }
        groups
    }
}
