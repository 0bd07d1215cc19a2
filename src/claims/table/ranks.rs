//! Ranks against the column they follow best, each run of ranks apart.

use rust_decimal::prelude::ToPrimitive;

use crate::claims::found_claim::{Computed, FoundClaim};
use crate::claims::table::column::Column;
use crate::claims::table::grid::{Cell, Grid, Row};
use crate::claims::verdict::Verdict;

/// A row with its printed rank and the number that the rank should follow from.
struct Ranked<'a> {
    row: Row<'a>,
    rank: usize,
    printed: Cell<'a>,
    basis: Cell<'a>,
}

impl<'a> Grid<'a> {
    pub(super) fn ranks(&self) -> Vec<FoundClaim> {
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
        // Where ranks go beyond the rows, others are left out, and nothing follows.
        let is_whole =
            |group: &Vec<Ranked>| group.iter().all(|one| one.rank <= group.len());
        for group in self.groups(at, basis).into_iter().filter(is_whole) {
            for ranked in &group {
                let better =
                    group.iter().filter(|other| other.basis.value > ranked.basis.value);
                let tied =
                    group.iter().filter(|other| other.basis.value == ranked.basis.value);
                let (expected, tied) = (better.count() + 1, tied.count());
                let fits = ranked.rank >= expected && ranked.rank < expected + tied;
                let head = &self.table.heads[basis];
                claims.push(FoundClaim {
                    line: ranked.row.line,
                    what: self.what(ranked.row, at),
                    printed: format!("第{}", ranked.rank),
                    basis: format!("{head}{}", ranked.basis.text),
                    computed: Computed::Words(format!("第{expected}")),
                    verdict: if fits { Verdict::Match } else { Verdict::Mismatch },
                    assumed: false,
                    spots: vec![ranked.printed.spot, ranked.basis.spot],
                });
            }
        }
        claims
    }

    /// Returns the ranked rows in runs, separated by rows with totals or subtotals.
    fn groups(&self, at: usize, basis: usize) -> Vec<Vec<Ranked<'a>>> {
        let mut groups = vec![Vec::new()];
        for row in self.rows() {
            let ranked = self.cell(row, at).zip(self.cell(row, basis));
            let whole = ranked.filter(|(rank, _)| rank.value.scale() == 0);
            let rank = whole.and_then(|(rank, _)| rank.value.to_usize());
            match (rank, ranked) {
                (Some(rank), Some((printed, basis))) => groups
                    .last_mut()
                    .into_iter()
                    .for_each(|group| group.push(Ranked { row, rank, printed, basis })),
                _ => groups.push(Vec::new()),
            }
        }
        groups
    }
}
