//! 比率: one figure over another.

use crate::figures::derived::measure::{DerivedMeasure, ratio};
use crate::figures::derived::rates::numbers;
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::Ratio,
    manual: "分子除以分母",
    named: |indicator| vec![&indicator.numerator, &indicator.denominator],
    inputs: numbers,
    value: ratio,
};
