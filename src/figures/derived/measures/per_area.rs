//! 地均: a figure over the area.

use crate::figures::derived::measure::{DerivedMeasure, ratio};
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::registry::StatisticKind;

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::PerArea,
    manual: "除以面积，取不晚于所算年份的最近一年",
    named: |indicator| vec![&indicator.base],
    inputs: |sources, scope| {
        let indicator = sources.series.indicator;
        vec![
            sources.input("分子", &indicator.base, scope),
            sources.statistic(StatisticKind::Area, scope),
        ]
    },
    value: ratio,
};
