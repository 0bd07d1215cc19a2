//! How the sums that an entry is in moved over the released editions, and what edit of the entry
//! moves them so.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::check::moved::edition::ReleasedEdition;
use crate::figures::basis::Basis;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::figures::facts::ledger::judge;
use crate::figures::series::Series;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;

/// What an edition released of a series.
#[derive(Debug)]
pub(super) struct Released {
    /// The scopes whose sums it had.
    scopes: BTreeSet<Scope>,
    /// Those that moved, each with the difference in the base.
    moved: BTreeMap<Scope, Decimal>,
}

/// What an entry adds to the sums of an edition.
#[derive(Debug)]
pub(super) struct Addition {
    /// Position of the edition.
    pub(super) edition: usize,
    amount: Decimal,
    credits: Vec<(Scope, Decimal)>,
    /// Whether the entry says when it became known.
    pub(super) has_day: bool,
}

/// How the sums that an entry is in moved in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// None of them moved.
    Stood,
    /// They moved by what the entry adds.
    Added,
    /// They moved by another amount, the same for all by their shares.
    By(Decimal),
    /// Some of them moved by what the entry adds, and others stood.
    Credited(BTreeSet<Scope>),
}

impl Addition {
    /// Returns how the sums moved; `None` if the entry alone cannot have moved them so.
    pub(super) fn course(&self, released: &Released) -> Option<Course> {
        let by = |scope: &Scope| released.moved.get(scope).copied().unwrap_or_default();
        let shares = || self.credits.iter().map(|(scope, share)| (scope, *share));
        let stood = shares().filter(|(scope, _)| by(scope).is_zero()).count();
        let exact: BTreeSet<Scope> = shares()
            .filter(|(scope, share)| by(scope) == self.amount * share)
            .map(|(scope, _)| scope.clone())
            .collect();
        let (first, share) = shares().next()?;
        if stood == self.credits.len() {
            Some(Course::Stood)
        } else if stood > 0 {
            (!exact.is_empty()).then_some(Course::Credited(exact))
        } else if !exact.is_empty() {
            Some(Course::Added)
        } else {
            let is_even =
                shares().all(|(other, its)| by(other) * share == by(first) * its);
            let amount = by(first).checked_div(share)?;
            is_even.then_some(Course::By(amount))
        }
    }

    /// The moved sums that the entry is in.
    pub(super) fn sums<'s>(
        &'s self,
        released: &'s Released,
    ) -> impl Iterator<Item = &'s Scope> {
        let scopes = self.credits.iter().map(|(scope, _)| scope);
        scopes.filter(|scope| released.moved.contains_key(*scope))
    }
}

/// Returns what each edition released of a series; `None` for one without it.
pub(super) fn released(
    basis: &Basis,
    series: &Series,
    editions: &[ReleasedEdition],
) -> Vec<Option<Released>> {
    editions.iter().map(|edition| of_edition(basis, series, edition)).collect()
}

fn of_edition(
    basis: &Basis,
    series: &Series,
    edition: &ReleasedEdition,
) -> Option<Released> {
    let release = &edition.release.record;
    series.moment(basis.book, &release.period)?;
    let scope = |id: &FigureId| match id {
        FigureId::Indicator(id, scope) if *id == series.indicator.id => {
            Some(scope.clone())
        }
        _ => None,
    };
    let figures = release.figures.iter().map(|given| &given.entry);
    let sums = figures.filter(|figure| figure.value.is_some());
    let scopes: BTreeSet<Scope> = sums.filter_map(|figure| scope(&figure.id)).collect();
    let number = |value: &Option<FrozenValue>| value.as_ref()?.number();
    let moved = edition.moved.iter().filter_map(|moved| {
        let scope = scope(&moved.figure.id)?;
        let value = moved.parts.iter().find(|part| part.part == FrozenPart::Value)?;
        let by = number(&value.new)?.checked_sub(number(&value.old)?)?;
        Some((scope, series.indicator.unit.to_base(by)?))
    });
    let moved = moved.collect();
    (!scopes.is_empty()).then_some(Released { scopes, moved })
}

/// Returns what each entry adds to the sums that the editions released of a series.
pub(super) fn additions(
    basis: &Basis,
    series: &Series,
    editions: &[ReleasedEdition],
    released: &[Option<Released>],
) -> BTreeMap<(RecordAt, Entry), Vec<Addition>> {
    let mut additions: BTreeMap<(RecordAt, Entry), Vec<Addition>> = BTreeMap::new();
    for (at, (edition, released)) in editions.iter().zip(released).enumerate() {
        let period = &edition.release.record.period;
        let moment = series.moment(basis.book, period);
        let (Some(moment), Some(released)) = (moment, released) else { continue };
        let judgements = judge(&series.facts, &moment);
        for (fact, judgement) in series.facts.iter().zip(judgements) {
            let Judgement::Counts(amount) = judgement else { continue };
            let credits = fact.credits_at(&moment).iter();
            let credits: Vec<(Scope, Decimal)> = credits
                .filter(|(scope, share)| {
                    released.scopes.contains(scope) && !share.is_zero()
                })
                .cloned()
                .collect();
            if !amount.is_zero() && !credits.is_empty() {
                let has_day = fact.known.is_some();
                let addition = Addition { edition: at, amount, credits, has_day };
                additions.entry((fact.record, fact.entry)).or_default().push(addition);
            }
        }
    }
    additions
}
