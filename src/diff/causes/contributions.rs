//! The contribution of each record to each scope: the sums of the ledger, split by record.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diff::names::Names;
use crate::figures::basis::Basis;
use crate::figures::facts::fact::{Fact, Judgement, RecordAt};
use crate::figures::indicator::IndicatorFigures;
use crate::figures::period::Figures;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::{Record, Word};
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::record::activity::Activity;
use crate::model::record::project::Project;
use crate::model::record::reported::Total;
use crate::model::value::reference::{IndicatorRef, ScopeRef};

/// A record by kind and id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RecordKey {
    /// English id of the kind, as in the dictionary.
    pub kind: &'static str,
    /// Id; for a total, what distinguishes it from the others.
    pub id: String,
}

impl RecordKey {
    /// Returns whether the record is a reported total.
    pub(crate) fn is_total(&self) -> bool {
        self.kind == Total::KIND.id
    }
}

/// The contributions of an indicator's facts by scope and record, in the base of its unit.
#[derive(Debug, Default)]
pub(crate) struct Contributions {
    by_scope: BTreeMap<Scope, BTreeMap<RecordKey, Decimal>>,
    /// The first reason for which a record is left out.
    reasons: BTreeMap<RecordKey, String>,
}

impl Contributions {
    /// Returns the contributions of an indicator at a moment, without the projects that both sides
    /// share.
    pub(crate) fn of(
        names: Names,
        (basis, figures): (&Basis, &Figures),
        at: &IndicatorFigures,
        shared: Option<&[Option<usize>]>,
    ) -> Contributions {
        let mut contributions = Contributions::default();
        let key = |at: RecordAt| key(names, basis.book, at);
        let mut seen: BTreeSet<(&Scope, &str)> = BTreeSet::new();
        let is_compared = |fact: &Fact| match fact.record {
            RecordAt::Project(at) if fact.distinct.is_none() => {
                shared.is_none_or(|shared| shared[at].is_none())
            }
            _ => true,
        };
        let judged = basis.series[at.series].facts.iter().zip(&at.judgements);
        for (fact, judgement) in judged.filter(|(fact, _)| is_compared(fact)) {
            match judgement {
                Judgement::Counts(amount) => {
                    let key = key(fact.record);
                    for (scope, share) in fact.credits_at(&at.moment) {
                        if fact.distinct.is_some_and(|name| !seen.insert((scope, name))) {
                            continue;
                        }
                        let sums =
                            contributions.by_scope.entry(scope.clone()).or_default();
                        *sums.entry(key.clone()).or_default() += *amount * *share;
                    }
                }
                Judgement::LeftOut(reason) => {
                    let key = key(fact.record);
                    let told = || at.reason(basis, &figures.period, (fact, reason));
                    contributions.reasons.entry(key).or_insert_with(told);
                }
                Judgement::Outside => {}
            }
        }
        contributions
    }

    /// Returns the contributions under the current ids of renamed records.
    pub(crate) fn renamed(self, now: &BTreeMap<RecordKey, RecordKey>) -> Contributions {
        if now.is_empty() {
            return self;
        }
        let current = |key: RecordKey| now.get(&key).cloned().unwrap_or(key);
        let renamed = |sums: BTreeMap<RecordKey, Decimal>| {
            sums.into_iter().map(|(key, sum)| (current(key), sum)).collect()
        };
        let by_scope = self.by_scope.into_iter();
        let reasons = self.reasons.into_iter();
        Contributions {
            by_scope: by_scope.map(|(scope, sums)| (scope, renamed(sums))).collect(),
            reasons: reasons.map(|(key, reason)| (current(key), reason)).collect(),
        }
    }

    /// Returns the reason for which a record is left out; `None` if it counts.
    pub(crate) fn reason(&self, key: &RecordKey) -> Option<&str> {
        self.reasons.get(key).map(String::as_str)
    }

    /// Returns the sum of all records for a scope.
    pub(crate) fn sum(&self, scope: &Scope) -> Decimal {
        self.by_scope.get(scope).into_iter().flat_map(|sums| sums.values()).copied().sum()
    }

    /// Returns the differences to the contributions before, largest first; records without one are
    /// left out.
    pub(crate) fn less(
        &self,
        before: &Contributions,
        scope: &Scope,
    ) -> Vec<(RecordKey, Decimal)> {
        let none = BTreeMap::new();
        let (old, new) = (
            before.by_scope.get(scope).unwrap_or(&none),
            self.by_scope.get(scope).unwrap_or(&none),
        );
        let keys: BTreeSet<&RecordKey> = old.keys().chain(new.keys()).collect();
        let amount = |side: &BTreeMap<RecordKey, Decimal>, key| {
            side.get(key).copied().unwrap_or_default()
        };
        let mut differences: Vec<(RecordKey, Decimal)> = keys
            .into_iter()
            .map(|key| (key.clone(), amount(new, key) - amount(old, key)))
            .filter(|(_, difference)| !difference.is_zero())
            .collect();
        differences.sort_by(|left, right| {
            right.1.abs().cmp(&left.1.abs()).then(left.0.cmp(&right.0))
        });
        differences
    }
}

fn key(names: Names, book: &Book, at: RecordAt) -> RecordKey {
    match at {
        RecordAt::Project(at) => {
            let id = book.projects[at].record.id.to_string();
            RecordKey { kind: Project::KIND.id, id }
        }
        RecordAt::Activity(at) => {
            let id = book.activities[at].record.id.to_string();
            RecordKey { kind: Activity::KIND.id, id }
        }
        RecordAt::Total(file, at) => {
            let id = total_id(names, book, &book.reported[file].record.totals[at]);
            RecordKey { kind: Total::KIND.id, id }
        }
        RecordAt::Duty(plan, at) => {
            let plan = &book.plans[plan].record;
            let id = duty_id(plan, &plan.duties[at]);
            RecordKey { kind: Duty::KIND.id, id }
        }
    }
}

fn total_id(names: Names, book: &Book, total: &Total) -> String {
    let Total { indicator, scope, period, kind, .. } = total;
    let indicator = names.word(book, IndicatorRef::SHAPE, indicator.as_str());
    let scope = names.word(book, ScopeRef::SHAPE, scope.as_str());
    format!("{indicator}/{scope}/{period}/{kind}")
}

fn duty_id(plan: &Plan, duty: &Duty) -> String {
    format!("{}/{}", plan.id, duty.name)
}

/// Returns the name of a record in a book; `None` if it is not there.
pub(crate) fn title(names: Names, book: &Book, key: &RecordKey) -> Option<String> {
    let (kind, id) = (key.kind, key.id.as_str());
    if kind == Project::KIND.id {
        return Some(book.project(id)?.record.name.clone());
    }
    if kind == Activity::KIND.id {
        return Some(book.activity(id)?.record.subject.clone());
    }
    if kind == Duty::KIND.id {
        let mut plans = book.plans.iter().map(|filed| &filed.record);
        let duty = plans
            .find_map(|plan| plan.duties.iter().find(|duty| duty_id(plan, duty) == id))?;
        return Some(duty.name.clone());
    }
    let totals = book.reported.iter().flat_map(|filed| &filed.record.totals);
    // What is called otherwise can only be one of the same period.
    let mut totals = totals.filter(|total| id.contains(&format!("/{}/", total.period)));
    let Total { indicator, scope, period, .. } =
        totals.find(|total| total_id(names, book, total) == id)?;
    Some(format!("{scope} {indicator} {period}"))
}
