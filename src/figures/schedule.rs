//! The schedule (序时进度): the share of a target that a curve asks for by a day (W29).

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::outcome::Outcome;
use crate::model::plan::curve::{Between, Curve};
use crate::model::value::date::Month;

/// The share due on a day, as a part of 1; straight lines run from zero at the span's start.
pub fn due_on(curve: &Curve, start: NaiveDate, day: NaiveDate) -> Outcome {
    let mut from = (Decimal::ZERO, Decimal::ZERO);
    let here = position(start, day);
    for (end, share) in curve.days() {
        let to = (position(start, end), share.0);
        if here == to.0 {
            return Outcome::Known(to.1);
        }
        if here < to.0 {
            return match curve.between {
                Between::Step => Outcome::Known(from.1),
                Between::Linear => {
                    quotient((to.1 - from.1) * (here - from.0), to.0 - from.0)
                        .and(|share| Outcome::Known(from.1 + share))
                }
            };
        }
        from = to;
    }
    Outcome::Known(from.1)
}

/// Months from the start to a day, whole at month ends; a day is a part of its own month.
fn position(start: NaiveDate, day: NaiveDate) -> Decimal {
    let month = Month::of(day);
    let whole = Decimal::from(month.since(Month::of(start)));
    whole + Decimal::from(day.day()) / Decimal::from(month.end().day())
}
