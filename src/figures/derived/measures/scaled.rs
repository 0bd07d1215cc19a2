//! 抽查折算: a reported figure times what a sample check found of what was reported for the sample.

use crate::figures::derived::input::Input;
use crate::figures::derived::measure::DerivedMeasure;
use crate::figures::exact::{product, quotient};
use crate::figures::outcome::{Missing, Outcome};
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::Scaled,
    manual: "上报的数乘以抽查核实的数与被抽查的上报数之比",
    named: |indicator| {
        vec![&indicator.base, &indicator.numerator, &indicator.denominator]
    },
    inputs: |sources, scope| {
        let indicator = sources.series.indicator;
        vec![
            sources.input("上报", &indicator.base, scope),
            sources.input("抽查核实", &indicator.numerator, scope),
            sources.input("被抽查的上报", &indicator.denominator, scope),
        ]
    },
    value: scaled,
};

fn scaled(inputs: &[Input]) -> Outcome {
    let [reported, found, sampled] = inputs else { return Err(Missing::Overflow) };
    let divisor = sampled.in_base()?;
    if divisor.is_zero() {
        return Err(Missing::ZeroDenominator(sampled.name.clone()));
    }
    // The ratio first: the product of two amounts may be beyond all bounds.
    let found = quotient(found.in_base()?, divisor).ok_or(Missing::Overflow)?;
    product(reported.in_base()?, found).ok_or(Missing::Overflow)
}
