//! The last days of submission: the plan's, or those of an edition.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::book::Book;
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::value::period::Period;

/// Returns the cut-offs for a period: the plan's, unless its own edition has others.
pub fn cutoffs(
    book: &Book,
    plan: &Plan,
    period: &Period,
) -> BTreeMap<FactKind, NaiveDate> {
    let edition = book.edition(period).map(|edition| &edition.record.card);
    declared(plan, period.end(), edition)
}

/// Returns the cut-offs for a day: those of the shortest period with an edition that ends on it.
pub(super) fn cutoffs_on(
    book: &Book,
    plan: &Plan,
    end: NaiveDate,
) -> BTreeMap<FactKind, NaiveDate> {
    let editions = book.editions.iter().map(|edition| &edition.record.card);
    let ending = editions.filter(|card| card.period.end() == end);
    let shortest = ending.max_by_key(|card| card.period.days().start);
    declared(plan, end, shortest)
}

/// Returns the last cut-off of any edition that ends by a day, or would end on it; `None` where
/// nothing has one.
pub fn last_cutoff(book: &Book, plan: &Plan, until: NaiveDate) -> Option<NaiveDate> {
    let editions = book.editions.iter().map(|edition| &edition.record.card);
    let ended = editions.filter(|card| card.period.end() <= until);
    let own = ended.flat_map(|card| card.cutoffs.iter().map(|cutoff| cutoff.date));
    declared(plan, until, None).into_values().chain(own).max()
}

pub(super) fn declared(
    plan: &Plan,
    end: NaiveDate,
    card: Option<&EditionCard>,
) -> BTreeMap<FactKind, NaiveDate> {
    let usual = plan.cutoffs.iter();
    let mut cutoffs: BTreeMap<FactKind, NaiveDate> =
        usual.map(|cutoff| (cutoff.kind, cutoff.day.for_end(end))).collect();
    let own = card.into_iter().flat_map(|card| &card.cutoffs);
    cutoffs.extend(own.map(|cutoff| (cutoff.kind, cutoff.date)));
    cutoffs
}
