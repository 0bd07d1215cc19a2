//! How far a target is reached.

use crate::figures::exact::quotient;
use crate::figures::outcome::{Known, Missing, Outcome};
use crate::figures::targets::SetTarget;
use crate::model::plan::target::Comparison;

/// A target with how far it is reached.
#[derive(Clone, Debug)]
pub struct TargetProgress {
    /// The target.
    pub set: SetTarget,
    /// Value over target as a part of 1, to 20 places.
    pub completion: Outcome,
    /// Whether the value reaches it, exactly; `None` if either is unknown.
    pub met: Option<bool>,
}

impl TargetProgress {
    /// Compares a value with a target.
    pub(in crate::figures) fn of(set: SetTarget, value: &Outcome) -> TargetProgress {
        let met =
            value.known().zip(set.value).map(|(value, target)| match set.comparison {
                Comparison::AtLeast => value >= target,
                Comparison::Above => value > target,
            });
        let completion = completion(value, &set.value.ok_or(Missing::NoTarget));
        TargetProgress { set, completion, met }
    }
}

/// Returns a value over its target as a part of 1.
pub(in crate::figures) fn completion(value: &Outcome, target: &Outcome) -> Outcome {
    let (value, target) = (value.clone()?, target.clone()?);
    if target.is_zero() {
        return Err(Missing::ZeroTarget);
    }
    quotient(value, target).ok_or(Missing::Overflow)
}
