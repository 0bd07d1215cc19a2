//! Takes the facts of an indicator from the records.

use std::sync::Arc;

use crate::figures::facts::attribution::{ByRoll, Rows};
use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Fact, RecordAt};
use crate::figures::facts::source::{Source, TermsPool};
use crate::figures::facts::stages::base::Base;
use crate::figures::measures::measure;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;

/// The facts of the two numbers of a rate, as of the day of its base.
#[derive(Debug)]
pub struct Rated<'a> {
    /// Base.
    pub base: Base,
    /// The facts of numerator and denominator; `None` where they are those of the indicator.
    pub facts: [Option<Facts<'a>>; 2],
}

/// The projects whose facts are taken over from elsewhere, by position.
type Shared<'s> = Option<&'s [Option<usize>]>;

/// Takes the facts of an indicator from the records, with the rows that they are credited to.
pub(super) fn taken<'a>(
    book: &'a Book,
    plan: &'a Plan,
    indicator: &'a Indicator,
    shared: Shared,
) -> (ByRoll<Rows>, Vec<Fact<'a>>) {
    let rows = Rows::by_roll(book, plan, indicator);
    let facts = facts(book, plan, indicator, &rows, (shared, Base::of(plan, indicator)));
    (rows, facts)
}

/// Takes the facts of an indicator as of the day of a base, given those as of their own day; `None`
/// if they are the same.
pub(super) fn taken_as_of<'a>(
    book: &'a Book,
    plan: &'a Plan,
    indicator: &'a Indicator,
    (own, base): (&Facts<'a>, Base),
) -> Option<Facts<'a>> {
    let unchanged = |at: usize| book.project_versions(at).is_empty().then_some(at);
    let unchanged: Vec<_> = (0..book.projects.len()).map(unchanged).collect();
    if unchanged.iter().all(Option::is_some) {
        return None;
    }
    let rows = Rows::by_roll(book, plan, indicator);
    let anew = (Some(unchanged.as_slice()), Some(base));
    let anew = facts(book, plan, indicator, &rows, anew);
    if anew.iter().all(Fact::is_as_of_itself) {
        return None;
    }
    let is_unchanged = |fact: &&Fact| match fact.record {
        RecordAt::Project(at) => unchanged[at].is_some(),
        _ => true,
    };
    let mut all: Vec<Fact> = own.iter().filter(is_unchanged).cloned().collect();
    all.extend(anew);
    all.sort_by_key(|fact| fact.record);
    Some(Facts::of(all))
}

fn facts<'a>(
    book: &'a Book,
    plan: &'a Plan,
    indicator: &'a Indicator,
    rows: &ByRoll<Rows>,
    (shared, base): (Shared, Option<Base>),
) -> Vec<Fact<'a>> {
    let conditions: Vec<_> = indicator.conditions.iter().cloned().map(Arc::new).collect();
    let (conditions, terms) = (&conditions, &TermsPool::default());
    let source = Source { book, plan, indicator, rows, base, conditions, terms, shared };
    let mut facts = measure(indicator.measure)
        .map_or_else(Vec::new, |measure| (measure.facts)(&source));
    // Each version of a record answers for its own days.
    facts.retain(Fact::is_of_its_day);
    facts
}
