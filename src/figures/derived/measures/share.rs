//! 占比: the figure of a scope over that of the whole.

use crate::figures::derived::measure::{DerivedMeasure, ratio};
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::ShareOfWhole,
    manual: "该范围的数除以合计的数",
    named: |indicator| vec![&indicator.base],
    inputs: |sources, scope| {
        let indicator = sources.series.indicator;
        vec![
            sources.input("分子", &indicator.base, scope),
            sources.input("分母", &indicator.base, &Scope::All),
        ]
    },
    value: ratio,
};
