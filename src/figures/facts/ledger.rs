//! The ledger of an indicator at a moment: which facts count, and what they add up to by scope.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Judgement, LeftOut, RecordAt};
use crate::figures::facts::moment::Moment;
use crate::figures::facts::reporting::settle::settle;
use crate::figures::facts::reporting::{Known, Lack, Silent};
use crate::model::book::scope::Scope;

/// What the facts of a scope add up to, in the base of the indicator's unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Amount.
    pub amount: Decimal,
    /// Number of facts that count.
    pub facts: usize,
    /// Whether a fact is invented.
    pub demo: bool,
    /// Those that belong to it and have reported nothing at its end.
    pub silent: Vec<Silent>,
    /// The single periods that are missing.
    pub holes: Vec<Lack>,
    /// Whether totals were reported for the scope itself.
    pub is_own: bool,
}

impl Sum {
    /// Returns up to when it is known what the scopes add up to: now if anything counts, else the
    /// one day after which nothing was reported.
    pub(in crate::figures) fn known_until(&self) -> Known {
        let day = self.silent.first().and_then(|silent| silent.until);
        match day {
            _ if self.facts > 0 => Known::Now,
            Some(day) if self.silent.iter().all(|silent| silent.until == Some(day)) => {
                Known::Until(day, self.silent.iter().map(|silent| silent.amount).sum())
            }
            _ => Known::Never,
        }
    }

    /// Returns what belongs to it and is not in it.
    pub(in crate::figures) fn lacks(&self) -> Vec<Lack> {
        let whole = |silent: &Silent| Lack { scope: silent.scope.clone(), period: None };
        self.silent.iter().map(whole).chain(self.holes.iter().cloned()).collect()
    }

    /// Remembers what a scope had added before it fell silent.
    pub(in crate::figures) fn miss(&mut self, silent: Silent) {
        match self.silent.iter_mut().find(|known| known.scope == silent.scope) {
            Some(known) => {
                known.amount += silent.amount;
                known.until = known.until.max(silent.until);
            }
            None => self.silent.push(silent),
        }
    }
}

/// Judges every fact; what replaces an earlier fact of its record counts the difference,
/// whether or not the earlier one falls into the span.
pub fn judge(facts: &Facts, moment: &Moment) -> Vec<Judgement> {
    let mut open = moment.clone();
    open.days.start = NaiveDate::MIN;
    let mut judgements = Vec::new();
    // What the record of the fact has added so far; facts of a record stand together.
    let mut added: Option<(RecordAt, Decimal)> = None;
    for fact in facts.iter() {
        let before = added
            .filter(|(record, _)| *record == fact.record)
            .map_or(Decimal::ZERO, |(_, amount)| amount);
        let judgement = fact.judge(&open, before);
        let amount = match judgement {
            Judgement::Counts(amount) => amount,
            _ => Decimal::ZERO,
        };
        added = Some((fact.record, before + amount));
        let is_outside = fact.when < moment.days.start && !fact.is_carried(moment);
        judgements.push(if is_outside { Judgement::Outside } else { judgement });
    }
    settle(facts, &mut judgements, moment);
    judgements
}

/// Adds up the facts that count, by scope.
pub fn sums(
    facts: &Facts,
    judgements: &[Judgement],
    moment: &Moment,
) -> BTreeMap<Scope, Sum> {
    let mut sums: BTreeMap<&Scope, Sum> = BTreeMap::new();
    let mut seen: BTreeSet<(&Scope, &str)> = BTreeSet::new();
    for (fact, judgement) in facts.iter().zip(judgements) {
        let (amount, until) = match judgement {
            Judgement::Counts(amount) => (amount, None),
            Judgement::LeftOut(LeftOut::Silent(until, amount)) => (amount, Some(*until)),
            _ => continue,
        };
        for (scope, share) in fact.credits_at(moment) {
            if fact.distinct.is_some_and(|name| !seen.insert((scope, name))) {
                continue;
            }
            let sum = sums.entry(scope).or_default();
            sum.is_own |= fact.total.as_ref().is_some_and(|total| total.scope == *scope);
            if until.is_some() {
                let scope = fact.reporter(moment).unwrap_or(scope).clone();
                sum.miss(Silent { scope, until, amount: *amount * *share });
                continue;
            }
            sum.amount += *amount * *share;
            sum.facts += 1;
            sum.demo |= fact.demo;
        }
    }
    sums.into_iter().map(|(scope, sum)| (scope.clone(), sum)).collect()
}
