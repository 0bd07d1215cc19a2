//! 相差: one figure less another.

use crate::figures::derived::input::Input;
use crate::figures::derived::measure::DerivedMeasure;
use crate::figures::outcome::{Missing, Outcome};
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::Difference,
    manual: "两个数相减",
    named: |indicator| vec![&indicator.base, &indicator.minus],
    inputs: |sources, scope| {
        let indicator = sources.series.indicator;
        vec![
            sources.input("被减数", &indicator.base, scope),
            sources.input("减数", &indicator.minus, scope),
        ]
    },
    value: difference,
};

fn difference(inputs: &[Input]) -> Outcome {
    let [minuend, subtrahend] = inputs else { return Err(Missing::Overflow) };
    Ok(minuend.in_base()? - subtrahend.in_base()?)
}
