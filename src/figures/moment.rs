//! The moment a figure is taken at: the days it covers and the cut-offs in force.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::model::book::Book;
use crate::model::date::{Days, Month};
use crate::model::indicator::SpanKind;
use crate::model::plan::{FactKind, Plan};

/// The days an indicator covers up to a day, and the cut-offs in force for that day.
#[derive(Clone, Debug)]
pub struct Moment {
    /// From the start of the span to the end of the period.
    pub days: Days,
    /// The whole span that targets are set for.
    pub span: Days,
    /// Last day of submission by kind of fact; a kind without one has no cut-off.
    pub cutoffs: BTreeMap<FactKind, NaiveDate>,
}

impl Moment {
    /// The moment of an indicator's span that ends on a day; none outside the plan's span.
    pub fn at(
        book: &Book,
        plan: &Plan,
        span: SpanKind,
        end: NaiveDate,
    ) -> Option<Moment> {
        if !plan.span.contains(end) {
            return None;
        }
        let span = whole(span, plan, end);
        let days = Days { start: span.start, end };
        Some(Moment { days, span, cutoffs: cutoffs(book, plan, end) })
    }

    /// Whether a fact of a kind that was submitted on a day is in time; without a day it is.
    pub fn in_time(&self, kind: FactKind, submitted: Option<NaiveDate>) -> bool {
        match (submitted, self.cutoffs.get(&kind)) {
            (Some(day), Some(cutoff)) => day <= *cutoff,
            _ => true,
        }
    }

    /// Months from the start of the span to the end of the period, both counted.
    pub fn months_elapsed(&self) -> u32 {
        self.days.months()
    }

    /// Months of the span that are left after the period.
    pub fn months_left(&self) -> u32 {
        self.span.months() - self.days.months()
    }
}

/// The whole span of a kind that holds a day, within the plan's span.
fn whole(kind: SpanKind, plan: &Plan, end: NaiveDate) -> Days {
    let month = Month::of(end);
    let months = |first: u32, count: i32| {
        let first = Month { year: end.year(), month: first };
        let (start, last) = (first.start(), first.plus(count - 1).end());
        Days { start: start.max(plan.span.start), end: last.min(plan.span.end) }
    };
    match kind {
        SpanKind::Month => months(month.month, 1),
        SpanKind::Quarter => months((month.month - 1) / 3 * 3 + 1, 3),
        SpanKind::Year => months(1, 12),
        SpanKind::Plan => plan.span,
    }
}

/// The cut-offs for a period that ends on a day: the plan's, or those that its edition sets.
pub fn cutoffs(
    book: &Book,
    plan: &Plan,
    end: NaiveDate,
) -> BTreeMap<FactKind, NaiveDate> {
    let declared =
        plan.cutoffs.iter().map(|cutoff| (cutoff.kind, cutoff.day.for_end(end)));
    let mut cutoffs: BTreeMap<FactKind, NaiveDate> = declared.collect();
    let editions = book.editions.iter().map(|edition| &edition.record.card);
    for card in editions.filter(|card| card.period.end() == end) {
        cutoffs.extend(card.cutoffs.iter().map(|own| (own.kind, own.date)));
    }
    cutoffs
}
