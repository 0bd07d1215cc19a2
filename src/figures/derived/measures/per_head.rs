//! 人均: a figure over the population.

use crate::figures::derived::measure::{DerivedMeasure, ratio};
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::registry::StatisticKind;

pub(super) const MEASURE: DerivedMeasure = DerivedMeasure {
    kind: MeasureKind::PerHead,
    manual: "除以常住人口，取不晚于所算年份的最近一年",
    named: |indicator| vec![&indicator.base],
    inputs: |sources, scope| {
        let indicator = sources.series.indicator;
        vec![
            sources.input("分子", &indicator.base, scope),
            sources.statistic(StatisticKind::Population, scope),
        ]
    },
    value: ratio,
};
