//! Which totals count at a moment: the newest cumulative one of each year with what came after it,
//! or the newest of a stock, of those who have reported up to its end.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut};
use crate::figures::facts::moment::Moment;
use crate::figures::facts::reporting::TotalOf;
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::Accrual;

/// A total that was reported for a scope.
#[derive(Clone, Copy)]
struct Stated<'a> {
    /// Position of its fact.
    at: usize,
    when: NaiveDate,
    total: &'a TotalOf,
    /// The scope that answers for its scope at the moment: a unit that it went on in, or itself.
    heir: &'a Scope,
}

/// The newest cumulative total of each year or that of a stock, by scope.
type Bases<'a> = BTreeMap<(&'a Scope, i32), Stated<'a>>;

/// Takes back the totals that others have taken in, and those of scopes that have fallen silent.
pub(in crate::figures) fn settle(
    facts: &Facts,
    judgements: &mut [Judgement],
    moment: &Moment,
) {
    let stated =
        || facts.iter().enumerate().map(|(at, fact)| Stated::of((at, fact), moment));
    if stated().all(|one| one.is_none()) {
        return;
    }
    let mut bases = Bases::new();
    for (one, judgement) in stated().zip(&*judgements) {
        let Some(one) = one.filter(|one| !one.is_flow() && counts(judgement)) else {
            continue;
        };
        let base = bases.entry((&one.total.scope, one.year())).or_insert(one);
        if base.when < one.when {
            *base = one;
        }
    }
    let mut ends: BTreeMap<&Scope, NaiveDate> = BTreeMap::new();
    for (one, judgement) in stated().zip(&mut *judgements) {
        let Some(one) = one.filter(|_| counts(judgement)) else { continue };
        if is_taken_in(one, &bases) {
            *judgement = Judgement::Outside;
        } else {
            let end = ends.entry(one.heir).or_insert(one.when);
            *end = one.when.max(*end);
        }
    }
    for (one, judgement) in stated().zip(judgements) {
        let Some(one) = one else { continue };
        let due = moment.reports_until(one.heir);
        let end = ends.get(one.heir).filter(|end| **end < due);
        if let (Some(end), Judgement::Counts(amount)) = (end, &judgement) {
            *judgement = Judgement::LeftOut(LeftOut::Silent(*end, *amount));
        }
    }
}

impl<'a> Stated<'a> {
    fn of((at, fact): (usize, &'a Fact), moment: &Moment) -> Option<Stated<'a>> {
        let total = fact.total.as_deref()?;
        let mut units = fact.credits_at(moment).iter().map(|(scope, _)| scope);
        let is_unit = |scope: &&Scope| matches!(scope, Scope::Unit(_));
        let heir = units.find(|scope| is_unit(&&total.scope) && is_unit(scope));
        let heir = heir.unwrap_or(&total.scope);
        Some(Stated { at, when: fact.when, total, heir })
    }

    fn is_flow(&self) -> bool {
        self.total.accrual == Accrual::Flow
    }

    /// The year within which totals take in others; a stock is of no year.
    fn year(&self) -> i32 {
        if self.total.accrual == Accrual::Stock { 0 } else { self.when.year() }
    }
}

fn counts(judgement: &Judgement) -> bool {
    matches!(judgement, Judgement::Counts(_))
}

/// Returns whether a newest cumulative total of the year holds a total already, its own scope's or
/// that of the unit that it went on in: then only that and the periods that begin after it count.
fn is_taken_in(one: Stated, bases: &Bases) -> bool {
    let base = |scope| bases.get(&(scope, one.year()));
    let by_own = base(&one.total.scope).is_some_and(|base| {
        if one.is_flow() { one.total.from <= base.when } else { one.at != base.at }
    });
    let by_heir = base(one.heir).filter(|base| base.total.with_merged);
    let is_of_another = *one.heir != one.total.scope;
    by_own || is_of_another && by_heir.is_some_and(|base| one.total.from <= base.when)
}
