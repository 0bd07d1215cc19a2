//! The schedule (序时进度): the share of a target that a curve asks for by a day (W29).

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::outcome::{Missing, Outcome};
use crate::model::plan::curve::{Between, Curve};
use crate::model::value::date::Month;

/// The share due on a day, as a part of 1; straight lines run from zero at the span's start.
pub fn due_on(curve: &Curve, start: NaiveDate, day: NaiveDate) -> Outcome {
    let mut from = (Decimal::ZERO, Decimal::ZERO);
    let here = position(start, day);
    for (end, share) in curve.days() {
        let to = (position(start, end), share.0);
        if here == to.0 {
            return Ok(to.1);
        }
        if here < to.0 {
            return match curve.between {
                Between::Step => Ok(from.1),
                Between::Linear => {
                    let gained = (to.1 - from.1) * (here - from.0);
                    let share = quotient(gained, to.0 - from.0);
                    share.map(|share| from.1 + share).ok_or(Missing::Overflow)
                }
            };
        }
        from = to;
    }
    Ok(from.1)
}

/// Months from the start to a day, whole at month ends; a day is a part of its own month.
fn position(start: NaiveDate, day: NaiveDate) -> Decimal {
    let month = Month::of(day);
    let whole = Decimal::from(month.since(Month::of(start)));
    whole + Decimal::from(day.day()) / Decimal::from(month.end().day())
}
