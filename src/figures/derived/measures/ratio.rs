//! 比率: one figure over another.

use crate::figures::derived::measure::{DerivedMeasure, ratio};
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::Ratio,
    manual: "分子除以分母",
    named: |indicator| vec![&indicator.numerator, &indicator.denominator],
    inputs: |sources, scope| {
        let indicator = sources.series.indicator;
        vec![
            sources.input("分子", &indicator.numerator, scope),
            sources.input("分母", &indicator.denominator, scope),
        ]
    },
    value: ratio,
};
