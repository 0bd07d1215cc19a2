//! How published figures give a hidden one: an equation that is checked in exact decimals, in words.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::audience::disclosure::span::{Form, fraction, negative, put};
use crate::figures::audience::disclosure::sums::{Part, Sums};
use crate::figures::basis::Basis;
use crate::model::book::scope::Scope;
use crate::words::date;

/// Terms that an equation names; the rest is counted.
const NAMED: usize = 6;

/// A figure of a series on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    /// Position of the series.
    pub(super) series: usize,
    pub(super) scope: Scope,
    pub(super) day: NaiveDate,
    /// Whether it covers the same days of the year before.
    pub(super) before: bool,
}

/// Published figures that give a hidden one, and how often each enters it, as fractions.
#[derive(Debug)]
pub(super) struct Certificate(Vec<(Term, (i64, i64))>);

impl Certificate {
    /// The figures behind the sums that give a hidden one. A growth since a day is the figure
    /// less that of the day before, and what is added and taken away again falls out.
    pub(super) fn of(published: &Sums, giving: &Form) -> Option<Certificate> {
        let mut terms: BTreeMap<Term, u64> = BTreeMap::new();
        for (number, times) in giving {
            let sum = &published.all[*number];
            let term = |day: NaiveDate| Term {
                series: sum.series,
                scope: sum.scope.clone(),
                day,
                before: sum.before,
            };
            put(&mut terms, term(sum.day), *times);
            if let Part::Since(since) = sum.part {
                put(&mut terms, term(since), negative(*times));
            }
        }
        let mut terms = terms
            .into_iter()
            .map(|(term, times)| Some((term, fraction(times)?)))
            .collect::<Option<Vec<_>>>()?;
        // What is added stands first, the newest before.
        terms.sort_by_key(|(term, (above, _))| (*above < 0, std::cmp::Reverse(term.day)));
        Some(Certificate(terms))
    }

    /// A figure, or one less another.
    pub(super) fn difference(whole: &Term, rest: Option<&Term>) -> Certificate {
        let rest = rest.map(|rest| (rest.clone(), (-1, 1)));
        Certificate([(whole.clone(), (1, 1))].into_iter().chain(rest).collect())
    }

    /// Whether the equation holds in exact decimals; what is too large to be held counts as right.
    pub(super) fn holds(&self, basis: &Basis, hidden: &Term) -> bool {
        let whole = self.0.iter().try_fold(1_i64, |whole, (_, (_, below))| {
            (whole % below == 0).then_some(whole).or_else(|| whole.checked_mul(*below))
        });
        let Some(whole) = whole else { return true };
        let total =
            self.0.iter().try_fold(Decimal::ZERO, |total, (term, (above, below))| {
                let times = Decimal::from(above.checked_mul(whole / below)?);
                total.checked_add(value(basis, term)?.checked_mul(times)?)
            });
        let hidden = value(basis, hidden)
            .and_then(|value| value.checked_mul(Decimal::from(whole)));
        total.zip(hidden).is_none_or(|(total, hidden)| total == hidden)
    }

    /// The published figures, as in `到位资金·全县（公开）− 到位资金·县交通局（公开）`.
    pub(super) fn words(&self, basis: &Basis, day: NaiveDate) -> String {
        let audience = basis.audience.level.label();
        let mut words = String::new();
        for (at, (term, (above, below))) in self.0.iter().take(NAMED).enumerate() {
            words.push_str(match (at, *above < 0) {
                (0, true) => "−",
                (0, false) => "",
                (_, true) => " − ",
                (_, false) => " ＋ ",
            });
            match (above.abs(), below) {
                (1, 1) => {}
                (above, 1) => words.push_str(&format!("{above}×")),
                (above, below) => words.push_str(&format!("{above}/{below}×")),
            }
            let when = if term.day == day {
                String::new()
            } else {
                format!("，{}", date::day(term.day))
            };
            words.push_str(&format!("{}（{audience}{when}）", name(basis, term)));
        }
        if self.0.len() > NAMED {
            words.push_str(&format!(" …（共{}个公布的数）", self.0.len()));
        }
        words
    }

    /// A figure that gives the hidden one no more once it is withheld: of the same series and
    /// not the whole, where there is one.
    pub(super) fn beside(&self, hidden: &Term) -> Option<&Term> {
        let terms = self.0.iter().map(|(term, _)| term);
        terms.min_by_key(|term| (term.scope == Scope::All, term.series != hidden.series))
    }
}

/// A figure's name, as in `到位资金·县交通局`.
pub(super) fn name(basis: &Basis, term: &Term) -> String {
    let indicator = &basis.series[term.series].indicator.name;
    let before = if term.before { "上年同期（由同比推得）" } else { "" };
    format!("{indicator}{before}·{}", basis.book.scope_name(&term.scope))
}

/// What the facts of a term add up to, in the base of the indicator's unit.
fn value(basis: &Basis, term: &Term) -> Option<Decimal> {
    let series = &basis.series[term.series];
    let moment = series.moment_on(basis.book, term.day)?;
    let moment = if term.before { moment.year_before() } else { moment };
    let sums = series.sums(&series.judge(&moment), &moment);
    Some(sums.get(&term.scope).map_or(Decimal::ZERO, |sum| sum.amount))
}
