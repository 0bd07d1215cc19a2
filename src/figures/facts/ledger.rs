//! The ledger of an indicator at a moment: which facts count, and what they add up to by scope.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::figures::facts::moment::Moment;
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
}

/// Judges every fact; what replaces an earlier fact of its record counts the difference,
/// whether or not the earlier one falls into the span.
pub fn judge(facts: &Facts, moment: &Moment) -> Vec<Judgement> {
    let mut open = moment.clone();
    open.days.start = NaiveDate::MIN;
    let latest = latest(facts, moment);
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
        let is_superseded = fact
            .total_of
            .as_deref()
            .is_some_and(|scope| latest.get(scope) != Some(&fact.when));
        let is_before = fact.when < moment.days.start
            && !moment.carried.as_ref().is_some_and(|carried| carried.holds(fact));
        let is_outside = is_before || is_superseded;
        judgements.push(if is_outside { Judgement::Outside } else { judgement });
    }
    judgements
}

/// Returns the day of the latest cumulative total of each scope.
fn latest<'a>(facts: &'a Facts, moment: &Moment) -> BTreeMap<&'a Scope, NaiveDate> {
    let mut latest = BTreeMap::new();
    for fact in facts.iter() {
        let Some(scope) = fact.total_of.as_deref() else { continue };
        if moment.days.contains(fact.when) && moment.in_time(fact.kind, fact.known) {
            let day = latest.entry(scope).or_insert(fact.when);
            *day = fact.when.max(*day);
        }
    }
    latest
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
        let Judgement::Counts(amount) = judgement else { continue };
        for (scope, share) in fact.credits_at(moment) {
            if fact.distinct.is_some_and(|name| !seen.insert((scope, name))) {
                continue;
            }
            let sum = sums.entry(scope).or_default();
            sum.amount += *amount * *share;
            sum.facts += 1;
            sum.demo |= fact.demo;
        }
    }
    sums.into_iter().map(|(scope, sum)| (scope.clone(), sum)).collect()
}
