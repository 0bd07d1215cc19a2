//! A stage: a target for a part of the span, such as the first three quarters, in the indicator's own
//! unit; and what is due by now.

use crate::figures::exact::{product, round};
use crate::figures::outcome::{Missing, Outcome};
use crate::figures::targets::SetTarget;
use crate::figures::targets::progress::TargetProgress;
use crate::model::value::period::Period;

/// The stage that is under way, with how far its target is reached.
#[derive(Clone, Debug)]
pub struct Stage {
    /// The period at whose end the target is due.
    pub period: Period,
    /// Its target.
    pub progress: TargetProgress,
    /// How far the printed value is above the target, or below it.
    pub ahead: Outcome,
}

impl Stage {
    /// Compares a value with the target of a stage.
    pub(super) fn of(
        period: Period,
        set: SetTarget,
        value: &Outcome,
        places: u32,
    ) -> Stage {
        let target = set.value.ok_or(Missing::NoTarget);
        let ahead = value.clone().and_then(|value| Ok(round(value, places) - target?));
        Stage { period, progress: TargetProgress::of(set, value), ahead }
    }
}

/// Returns 欠账: what is due by the schedule less what is there, of the numbers as printed.
pub(super) fn shortfall(
    value: &Outcome,
    target: &Outcome,
    schedule: &Outcome,
    places: u32,
) -> Outcome {
    let (value, target, share) = (value.clone()?, target.clone()?, schedule.clone()?);
    let due = product(target, share).ok_or(Missing::Overflow)?;
    Ok(round(due, places) - round(value, places))
}
