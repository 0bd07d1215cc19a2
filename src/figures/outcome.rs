//! The outcome of a calculation: a number, or the reason why it is missing.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::book::registered::Registered;
use crate::model::plan::indicator::SourceKind;
use crate::model::record::registry::Merger;
use crate::model::value::number::is_bounded;
use crate::model::value::quantity::Base;

/// A number, or the reason why it is missing; never a zero for a missing number.
///
/// ```
/// use rust_decimal::Decimal;
/// use tongbao::figures::outcome::{Known, Missing, Outcome, bounded};
///
/// fn remaining(target: &Outcome, value: &Outcome) -> Outcome {
///     bounded(target.clone()?.checked_sub(value.clone()?))
/// }
///
/// let (target, value) = (Ok(Decimal::from(80)), Ok(Decimal::from(64)));
/// assert_eq!(remaining(&target, &value).known(), Some(Decimal::from(16)));
/// assert_eq!(remaining(&Err(Missing::NoTarget), &value), Err(Missing::NoTarget));
/// assert_eq!(remaining(&Ok(Decimal::MAX), &value), Err(Missing::Overflow));
/// ```
pub type Outcome = Result<Decimal, Missing>;

/// Why a number is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No target was set.
    NoTarget,
    /// The target is zero, so no ratio can be taken.
    ZeroTarget,
    /// Nothing was reported.
    NotReported,
    /// Nothing was reported since an earlier day; with what was known then.
    Since(Box<Earlier>),
    /// Parts have not reported, and the plan wants no sum without them.
    PartSilent,
    /// Numbers of this kind do not add up, and none was reported for the whole.
    NotAdded(Base),
    /// The plan sets no schedule; with the plan's own words, if it has any.
    NoCurve(Option<String>),
    /// No point of the curve has passed yet.
    NoPoint,
    /// No stage under way has a target of its own.
    NoStage,
    /// No place among others was quoted.
    NoPlace,
    /// The unit takes no part in the ranking.
    Unranked,
    /// An assessment has disqualified the unit; with the reason.
    Disqualified(String),
    /// The unit has nothing to be ranked by.
    Zero,
    /// The unit went on in another; with its name, and since which day.
    MergedInto(String, NaiveDate),
    /// The unit is out of use since the day after this one.
    Closed(NaiveDate),
    /// The span is over, so no month is left.
    SpanOver,
    /// Too few months have passed for a projection.
    TooEarly,
    /// It is not published to this audience.
    Hidden,
    /// It had been published to this audience and was taken back.
    Withdrawn,
    /// It is published only within a wider sum; with the name of that scope, unless it is the
    /// whole.
    Merged(Option<String>),
    /// The denominator is zero; with its name.
    ZeroDenominator(String),
    /// An input is missing; with its name.
    NoInput(String),
    /// The year before has no facts.
    NoYearBefore,
    /// The year before was zero or less, so no growth can be stated.
    ZeroBase,
    /// The registry has no population or area; with its name.
    NoStatistic(String),
    /// Rates, and spans that are not made of whole months up to an end, are not extrapolated.
    NoOutlook,
    /// A rate is compared with its target in points, never as a share of it.
    OfRate,
    /// The number is too large to be calculated exactly.
    Overflow,
}

/// A number of an earlier day than the one that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its last day.
    pub day: NaiveDate,
    /// Whether its year does not go without saying.
    pub year: bool,
    /// The number, in its unit.
    pub value: Decimal,
    /// Places that it is printed with.
    pub places: u32,
    /// Word of its unit.
    pub unit: &'static str,
    /// Where such numbers come from.
    pub source: SourceKind,
}

impl Missing {
    /// The reason of a unit that went on in another, by the other's name of the day.
    pub fn merged_into(register: Registered, merger: &Merger) -> Missing {
        let unit = register.unit(&merger.unit);
        let name = unit.map_or(merger.unit.as_str(), |unit| &unit.name).to_owned();
        Missing::MergedInto(name, merger.since)
    }
}

/// The number of an outcome or a score, for callers that do not need the reason.
pub trait Known {
    /// Returns the number; `None` if there is none.
    fn known(&self) -> Option<Decimal>;
}

impl<E> Known for Result<Decimal, E> {
    fn known(&self) -> Option<Decimal> {
        self.as_ref().ok().copied()
    }
}

/// Returns the result of checked arithmetic; `Overflow` if there is none or it is too large to go
/// on with.
pub fn bounded(number: Option<Decimal>) -> Outcome {
    number.filter(|number| is_bounded(*number)).ok_or(Missing::Overflow)
}
