//! The newest month for which a book has any fact.

use chrono::NaiveDate;

use crate::figures::basis::Basis;
use crate::model::plan::indicator::MeasureKind;
use crate::model::value::date::Month;
use crate::model::value::period::Period;

/// The newest month with a fact inside its plan's span; none where there is no fact.
pub(super) fn newest(basis: &Basis) -> Option<Period> {
    let last: Option<NaiveDate> = basis
        .series
        .iter()
        .filter(|series| !is_awaited(series.indicator.measure))
        .flat_map(|series| {
            let span = series.plan.span;
            let days = series.facts.iter().map(|fact| fact.when);
            days.filter(move |day| span.contains(*day))
        })
        .max();
    last.map(|day| Period::Month(Month::of(day)))
}

/// Whether a measure dates its facts by when something is due, which may lie ahead of all that
/// has been recorded.
fn is_awaited(measure: MeasureKind) -> bool {
    matches!(measure, MeasureKind::Missed | MeasureKind::SupportDue)
}
