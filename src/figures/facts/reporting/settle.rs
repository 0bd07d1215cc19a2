//! Which totals count at a moment: the newest cumulative one of each year with what came after it,
//! of those who have reported up to its end.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Judgement, LeftOut};
use crate::figures::facts::moment::Moment;
use crate::figures::facts::reporting::TotalOf;
use crate::model::book::scope::Scope;

/// The newest cumulative total of each year, by scope.
type Bases<'a> = BTreeMap<(&'a Scope, i32), NaiveDate>;

/// Takes back the totals that others have taken in, and those of scopes that have fallen silent.
pub(in crate::figures) fn settle(
    facts: &Facts,
    judgements: &mut [Judgement],
    moment: &Moment,
) {
    let reported =
        || facts.iter().filter_map(|fact| Some((fact.when, fact.total.as_deref()?)));
    if reported().next().is_none() {
        return;
    }
    let mut bases = Bases::new();
    for ((when, total), _) in reported().zip(&*judgements).filter(counts) {
        if total.cumulative {
            newest(bases.entry((&total.scope, when.year())).or_insert(when), when);
        }
    }
    let mut ends: BTreeMap<&Scope, NaiveDate> = BTreeMap::new();
    for ((when, total), judgement) in reported().zip(&mut *judgements) {
        if !matches!(judgement, Judgement::Counts(_)) {
            continue;
        }
        if is_taken_in(when, total, &bases) {
            *judgement = Judgement::Outside;
        } else {
            newest(ends.entry(&total.scope).or_insert(when), when);
        }
    }
    for ((_, total), judgement) in reported().zip(judgements) {
        let end = ends.get(&total.scope).filter(|end| **end < moment.days.end);
        if let (Some(end), Judgement::Counts(amount)) = (end, &judgement) {
            *judgement = Judgement::LeftOut(LeftOut::Silent(*end, *amount));
        }
    }
}

fn counts<T>((_, judgement): &(T, &Judgement)) -> bool {
    matches!(judgement, Judgement::Counts(_))
}

fn newest(day: &mut NaiveDate, other: NaiveDate) {
    *day = other.max(*day);
}

/// Returns whether the newest cumulative total of the year holds a total already: then only that
/// and the periods that begin after it count.
fn is_taken_in(when: NaiveDate, total: &TotalOf, bases: &Bases) -> bool {
    bases.get(&(&total.scope, when.year())).is_some_and(|base| {
        if total.cumulative { when != *base } else { total.from <= *base }
    })
}
