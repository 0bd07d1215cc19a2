//! How numbers and places of the plan stand in `figures.json`.

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::outcome::{Known, Outcome};
use crate::sheet::IndicatorView;
use crate::words::number::with_places;

/// Places of a quotient in the file.
const PLACES: u32 = 10;

/// Returns a place in a plan: `wushan-2023#a2.3.2`.
pub(super) fn cite(view: &IndicatorView, clause: &str) -> String {
    format!("{}#{clause}", view.series.plan.id)
}

/// Returns the number without trailing zeros.
pub(super) fn exact(outcome: &Outcome) -> Option<Decimal> {
    outcome.known().map(|number| number.normalize())
}

/// Returns the quotient with 10 places, trailing zeros included.
pub(super) fn quotient(outcome: &Outcome) -> Option<Decimal> {
    outcome.known().map(|number| with_places(number, PLACES))
}

/// Returns a number that may be a quotient, with at most 10 places and no trailing zeros.
pub(super) fn short(number: Decimal) -> Decimal {
    round(number, PLACES).normalize()
}
