//! The schedule (序时进度): the share of a target that is due by a day, by a curve (W29).

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::outcome::{Missing, Outcome};
use crate::model::plan::curve::{Between, Curve};
use crate::model::value::date::Month;

/// Returns the share due on a day, as a part of 1; straight lines run from zero at the span's
/// start.
///
/// ```
/// use rust_decimal::Decimal;
/// use tongbao::figures::schedule::due_on;
/// use tongbao::model::dictionary::Word;
/// use tongbao::model::plan::curve::{Between, Curve, CurvePoint};
/// use tongbao::model::value::clause::Clause;
/// use tongbao::model::value::period::Period;
/// use tongbao::model::value::share::DueShare;
///
/// # fn main() -> Result<(), tongbao::model::dictionary::WordError> {
/// let mut curve = Curve {
///     id: "quarters".parse()?,
///     name: "季度资金进度".to_owned(),
///     between: Between::Linear,
///     clause: Clause::parse("三（三）3")?,
///     points: vec![
///         CurvePoint { period: "2023-Q1".parse()?, due: DueShare::parse("10%")? },
///         CurvePoint { period: "2023-Q2".parse()?, due: DueShare::parse("40%")? },
///     ],
/// };
/// let start = Period::Year(2023).days().start;
/// let may: Period = "2023-05".parse()?;
///
/// // Two of the three months from 10 % to 40 % are over.
/// assert_eq!(due_on(&curve, start, may.end()), Ok(Decimal::new(30, 2)));
/// // A step is reached on its last day, not before.
/// curve.between = Between::Step;
/// assert_eq!(due_on(&curve, start, may.end()), Ok(Decimal::new(10, 2)));
/// # Ok(())
/// # }
/// ```
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
