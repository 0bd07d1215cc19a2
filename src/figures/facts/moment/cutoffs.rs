//! The last days of submission: the plan's, or those of an edition.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::value::period::Period;

/// The cut-offs in force for a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cutoffs {
    /// Last day of submission by kind of fact, where one is declared.
    pub declared: BTreeMap<FactKind, NaiveDate>,
    /// Day on which the edition was issued: what came later cannot be in it, even where no cut-off
    /// is declared.
    issued: Option<NaiveDate>,
}

impl Cutoffs {
    /// Returns the cut-offs for a period: the plan's, unless its own edition has others.
    pub fn of(book: &Book, plan: &Plan, period: &Period) -> Cutoffs {
        let edition = book.edition(period).map(|edition| &edition.record.card);
        Cutoffs::declared(plan, period.end(), edition)
    }

    /// Returns the cut-offs for a day: those of the shortest period with an edition that ends on it.
    pub(super) fn on(book: &Book, plan: &Plan, end: NaiveDate) -> Cutoffs {
        let editions = book.editions.iter().map(|edition| &edition.record.card);
        let ending = editions.filter(|card| card.period.end() == end);
        let shortest = ending.max_by_key(|card| card.period.days().start);
        Cutoffs::declared(plan, end, shortest)
    }

    pub(super) fn declared(
        plan: &Plan,
        end: NaiveDate,
        card: Option<&EditionCard>,
    ) -> Cutoffs {
        let usual = plan.cutoffs.iter();
        let mut declared: BTreeMap<FactKind, NaiveDate> =
            usual.map(|cutoff| (cutoff.kind, cutoff.day.for_end(end))).collect();
        let own = card.into_iter().flat_map(|card| &card.cutoffs);
        declared.extend(own.map(|cutoff| (cutoff.kind, cutoff.date)));
        Cutoffs { declared, issued: card.and_then(|card| card.issued) }
    }

    /// Returns the last day of submission of a kind; `None` if it has none.
    pub fn last_day(&self, kind: FactKind) -> Option<NaiveDate> {
        self.declared.get(&kind).copied().or(self.issued)
    }

    /// Returns whether something was submitted in time; without a day of submission it was.
    pub fn in_time(&self, kind: FactKind, submitted: Option<NaiveDate>) -> bool {
        self.overdue(kind, submitted).is_none()
    }

    /// Returns the cut-off that something missed; `None` if it was submitted in time.
    pub fn overdue(
        &self,
        kind: FactKind,
        submitted: Option<NaiveDate>,
    ) -> Option<NaiveDate> {
        let last = self.last_day(kind)?;
        submitted.filter(|day| *day > last).map(|_| last)
    }

    /// Returns the day on which the edition was issued, if there is one.
    pub fn issued(&self) -> Option<NaiveDate> {
        self.issued
    }

    /// Returns the same cut-offs, but none after a day.
    pub(super) fn until(mut self, day: NaiveDate) -> Cutoffs {
        self.declared.values_mut().for_each(|last| *last = day.min(*last));
        self.issued = Some(self.issued.map_or(day, |issued| issued.min(day)));
        self
    }

    /// Returns the last declared cut-off of any kind.
    pub fn last(&self) -> Option<NaiveDate> {
        self.declared.values().copied().max()
    }

    /// Returns the last day of which anything is known in a period that ends on a day.
    pub fn last_known(&self, end: NaiveDate) -> NaiveDate {
        self.last().or(self.issued).map_or(end, |last| last.max(end))
    }
}

/// Returns the last day of which any edition that ends by a day knows, or that day itself.
pub fn horizon(book: &Book, plan: &Plan, until: NaiveDate) -> NaiveDate {
    let editions = book.editions.iter().map(|edition| &edition.record.card);
    let ended = editions.filter(|card| card.period.end() <= until);
    let own = ended.flat_map(|card| {
        card.cutoffs.iter().map(|cutoff| cutoff.date).chain(card.issued)
    });
    let usual = Cutoffs::declared(plan, until, None).last();
    usual.into_iter().chain(own).fold(until, NaiveDate::max)
}

/// Returns the last day whose knowledge is in the figures of a plan for a period.
pub fn known_for(book: &Book, plan: &Plan, period: &Period) -> NaiveDate {
    Cutoffs::of(book, plan, period).last_known(period.end())
}

/// Returns the registry as it was at the end of a period, as was known by its last cut-off.
pub fn register_for<'a>(book: &'a Book, period: &Period) -> Registered<'a> {
    let plans = book.plans.iter().map(|filed| &filed.record);
    let covering = plans.filter(|plan| plan.span.contains(period.end()));
    let known = covering.map(|plan| known_for(book, plan, period)).max();
    book.registered(period.end(), known.unwrap_or(period.end()))
}

/// Returns the position of the roll of the units on a day, as was known by its last cut-off.
pub fn roll_on(book: &Book, plan: &Plan, end: NaiveDate) -> usize {
    book.roll(end, Cutoffs::on(book, plan, end).last_known(end))
}
