//! A derived measure: its word in the plan, and how its value is computed.

use crate::figures::derived::input::Input;
use crate::figures::derived::sources::Sources;
use crate::figures::exact::quotient;
use crate::figures::outcome::{Missing, Outcome, bounded};
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::value::reference::IndicatorRef;

/// A derived measure: its word in the plan, and how its value is computed.
pub struct DerivedMeasure {
    /// The word.
    pub kind: MeasureKind,
    /// The calculation in words, for the reader.
    pub manual: &'static str,
    /// Returns the indicators that an indicator names as its inputs.
    pub named: fn(&Indicator) -> Vec<&Option<IndicatorRef>>,
    /// Returns the inputs for a scope.
    pub inputs: fn(&Sources, &Scope) -> Vec<Input>,
    /// Computes the value from the inputs, in the base of the indicator's unit.
    pub value: fn(&[Input]) -> Outcome,
}

impl DerivedMeasure {
    /// Returns the value in the indicator's unit, from its inputs.
    pub fn combined(&self, indicator: &Indicator, inputs: &[Input]) -> Outcome {
        let mut lacks = inputs.iter().map(|input| &input.lacks);
        let first = lacks.next();
        // Numbers of different parts make no rate, growth or difference.
        if lacks.any(|other| Some(other) != first) {
            return Err(Missing::PartSilent);
        }
        let value = (self.value)(inputs)?;
        bounded(indicator.unit.of_base(value).map(|value| value.normalize()))
    }
}

/// Returns the first number over the second.
pub(super) fn ratio(inputs: &[Input]) -> Outcome {
    let [above, below] = inputs else { return Err(Missing::Overflow) };
    let (dividend, divisor) = (above.in_base()?, below.in_base()?);
    if divisor.is_zero() {
        return Err(Missing::ZeroDenominator(below.name.clone()));
    }
    quotient(dividend, divisor).ok_or(Missing::Overflow)
}
