//! Published figures that one record makes up too much of, where the plan sets a limit (主导).
//!
//! A figure of two records gives neither away to a stranger, but each of the two knows its own
//! and so the other's; and of a figure that is nearly all one record's, everybody knows it nearly.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diagnostic::Place;
use crate::figures::audience::disclosure::Disclosure;
use crate::figures::audience::disclosure::certificate::{Term, name};
use crate::figures::audience::disclosure::records::titled;
use crate::figures::basis::Basis;
use crate::figures::exact::{percent, product, quotient};
use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::figures::series::Series;
use crate::model::book::scope::Scope;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::value::share::Share;
use crate::words::date;

/// Each published figure that one hidden record dominates, on the first of its days.
pub(super) fn given_away(basis: &Basis, days: &[NaiveDate]) -> Vec<Disclosure> {
    let mut disclosures = Vec::new();
    for (at, series) in basis.series.iter().enumerate() {
        let limits = series.plan.restrictions.iter().enumerate();
        let mut limits = limits.filter_map(|(at, one)| {
            let is_called = series.indicator.is_called(one.indicator.as_str());
            Some((at, one.dominance.filter(|_| is_called)?))
        });
        let Some((restriction, limit)) = limits.next() else { continue };
        let ends: BTreeSet<NaiveDate> =
            series.ends().chain(days.iter().copied()).collect();
        let mut told: BTreeSet<Scope> = BTreeSet::new();
        for day in ends {
            for (scope, record, share) in dominated(basis, series, day, limit) {
                if told.insert(scope.clone()) {
                    let term = Term { series: at, scope, day, before: false };
                    let words = (record, share, limit);
                    disclosures.extend(disclosure(basis, &term, restriction, words));
                }
            }
        }
    }
    disclosures
}

/// The scopes that one record makes up at least so much of, with the record and its share.
fn dominated(
    basis: &Basis,
    series: &Series,
    day: NaiveDate,
    limit: Share,
) -> Vec<(Scope, RecordAt, Decimal)> {
    let Some(moment) = series.moment_on(basis.book, day) else { return Vec::new() };
    let mut parts: BTreeMap<&Scope, BTreeMap<RecordAt, Decimal>> = BTreeMap::new();
    let mut hidden: BTreeSet<RecordAt> = BTreeSet::new();
    for (fact, judgement) in series.facts.iter().zip(series.judge(&moment)) {
        let Judgement::Counts(amount) = judgement else { continue };
        if !basis.audience.sees(fact.level()) {
            hidden.insert(fact.record);
        }
        for (scope, share) in fact.credits_at(&moment) {
            let part = parts.entry(scope).or_default().entry(fact.record).or_default();
            *part += product(amount, *share).unwrap_or_default();
        }
    }
    let dominated = |(scope, parts): (&Scope, BTreeMap<RecordAt, Decimal>)| {
        let total: Decimal = parts.values().sum();
        let (record, part) = parts.into_iter().max_by_key(|(_, part)| *part)?;
        let share = quotient(part, total).filter(|_| total > Decimal::ZERO)?;
        let is_too_much = share >= limit.0
            && hidden.contains(&record)
            && basis.audience.gets(series, scope, day);
        is_too_much.then(|| (scope.clone(), record, share))
    };
    parts.into_iter().filter_map(dominated).collect()
}

fn disclosure(
    basis: &Basis,
    term: &Term,
    restriction: usize,
    (record, share, limit): (RecordAt, Decimal, Share),
) -> Option<Disclosure> {
    let book = basis.book;
    let series = &basis.series[term.series];
    let plan = book.plans.iter().position(|filed| filed.record.id == series.plan.id)?;
    let route = route!(Plan.restrictions[restriction]);
    let message = format!(
        "“{}”（{}，{}）里，“{}”一家占{}%，达到“主导”的{limit}",
        name(basis, term),
        basis.audience.level.label(),
        date::day(term.day),
        titled(basis, record).1,
        percent(share, 2),
    );
    let help = "把这个范围的数也写进“公开限制”，或合并到更大的范围；限额定高了就改“主导”";
    let place = Place::value(book.plans[plan].file, route);
    Some(Disclosure { place, message, help: help.to_owned() })
}
