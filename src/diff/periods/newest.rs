//! The newest month with a fact.

use chrono::NaiveDate;

use crate::figures::basis::Basis;
use crate::model::plan::indicator::MeasureKind;
use crate::model::value::date::Month;
use crate::model::value::period::Period;

/// Returns the newest month with a fact inside the span of its plan; `None` if there is no fact.
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

/// Returns whether a measure dates its facts by due days, which may be later than anything that was
/// recorded.
fn is_awaited(measure: MeasureKind) -> bool {
    matches!(measure, MeasureKind::Missed | MeasureKind::SupportDue)
}
