//! The value of a frozen part, as the files of releases and revisions hold it.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::edition::frozen::reached::Reached;
use crate::model::value::word::Id;

/// The value of a frozen part. Numbers are equal by value: `1.5` equals `1.50`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrozenValue {
    /// An exact number, or a score as printed.
    Number(Decimal),
    /// A rank.
    Rank(u32),
    /// The id of a lamp.
    Lamp(Id),
    /// A verdict.
    Verdict(Reached),
}

impl Display for FrozenValue {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            FrozenValue::Number(number) => number.fmt(out),
            FrozenValue::Rank(rank) => rank.fmt(out),
            FrozenValue::Lamp(lamp) => lamp.fmt(out),
            FrozenValue::Verdict(reached) => reached.fmt(out),
        }
    }
}

impl FrozenValue {
    /// Returns the number; `None` for a rank, a lamp or a verdict.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            FrozenValue::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// Returns the rank; `None` for another value.
    pub fn rank(&self) -> Option<u32> {
        match self {
            FrozenValue::Rank(rank) => Some(*rank),
            _ => None,
        }
    }
}

/// Returns whether a verdict changed, and not only the number behind it.
pub fn turned(old: Option<&FrozenValue>, new: Option<&FrozenValue>) -> bool {
    let met = |value: Option<&FrozenValue>| match value {
        Some(FrozenValue::Verdict(reached)) => Some(reached.met),
        _ => None,
    };
    met(old) != met(new)
}
