//! A score, or the reason why it is missing.

use rust_decimal::Decimal;

use crate::figures::exact::{product, quotient};
use crate::figures::outcome::Missing;
use crate::model::plan::assessment::score_item::Cause;

/// A score, or the reason why it is missing.
pub type Score = Result<Decimal, Unscored>;

/// The total of a unit in an assessment, as others take it over.
#[derive(Clone, Debug)]
pub struct UnitTotal {
    /// Unit.
    pub unit: String,
    /// Its total.
    pub total: Score,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

/// Reasons for a missing score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unscored {
    /// A figure has no number.
    Missing(Missing),
    /// There is no figure of an indicator; with its name.
    NoFigure(String),
    /// The plan leaves out a field that the shape needs; with its key.
    Undeclared(&'static str),
    /// The plan has no curve with the id that the item gives.
    NoCurve,
    /// No unit has a number, so there is no average.
    NothingAveraged,
    /// No unit has a number, so there is no least and no most.
    NothingCompared,
    /// The number is in no band.
    NoBand,
    /// No mark was given; with the party that gave none, where the plan declares parties.
    NoMark(Option<String>),
    /// No mark was imported.
    NotImported,
    /// The target is zero.
    ZeroTarget,
    /// The indicator that is divided by is zero; with its name.
    ZeroIndicator(String),
    /// The average is zero.
    ZeroAverage,
    /// What an average is divided by adds up to zero.
    ZeroAverageDivisor,
    /// The least and the most are the same.
    NoRange,
    /// Every item is left out.
    NothingScored,
    /// The full marks are zero.
    ZeroFullMarks,
    /// An item without a score leaves the unit without a total; with the item's name.
    Item(String, Box<Unscored>),
    /// The unit is taken out of the assessment; with the reason.
    Disqualified(String),
}

impl Unscored {
    /// Returns the cause that a plan declares rules for.
    pub fn cause(&self) -> Cause {
        match self {
            Unscored::Missing(Missing::NoTarget) => Cause::NoTarget,
            Unscored::Missing(Missing::ZeroTarget)
            | Unscored::ZeroTarget
            | Unscored::ZeroIndicator(_)
            | Unscored::ZeroAverage
            | Unscored::ZeroAverageDivisor
            | Unscored::NoRange
            | Unscored::NothingScored
            | Unscored::ZeroFullMarks => Cause::ZeroDivisor,
            Unscored::Item(_, reason) => reason.cause(),
            _ => Cause::NoData,
        }
    }
}

impl From<Missing> for Unscored {
    fn from(missing: Missing) -> Unscored {
        Unscored::Missing(missing)
    }
}

/// Returns the quotient; the given reason if the divisor is zero.
pub(super) fn divided(dividend: Decimal, divisor: Decimal, zero: Unscored) -> Score {
    if divisor.is_zero() {
        return Err(zero);
    }
    Ok(quotient(dividend, divisor).ok_or(Missing::Overflow)?)
}

/// Returns the product; `Overflow` if it is too large.
pub(super) fn times(number: Decimal, factor: Decimal) -> Score {
    Ok(product(number, factor).ok_or(Missing::Overflow)?)
}
