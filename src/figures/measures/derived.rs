//! 比率、占比、人均、地均、同比、相差: what is worked out from figures that are finished, not from records.

use crate::figures::facts::fact::Fact;
use crate::figures::measures::{Addend, Measure, Source};
use crate::model::plan::indicator::MeasureKind;

pub(super) const RATIO: Measure = Measure {
    kind: MeasureKind::Ratio,
    manual: "分子除以分母",
    adds: Addend::Nothing,
    facts: none,
};

pub(super) const SHARE: Measure = Measure {
    kind: MeasureKind::ShareOfWhole,
    manual: "该范围的数除以合计的数",
    adds: Addend::Nothing,
    facts: none,
};

pub(super) const PER_HEAD: Measure = Measure {
    kind: MeasureKind::PerHead,
    manual: "除以常住人口，取不晚于所算年份的最近一年",
    adds: Addend::Nothing,
    facts: none,
};

pub(super) const PER_AREA: Measure = Measure {
    kind: MeasureKind::PerArea,
    manual: "除以面积，取不晚于所算年份的最近一年",
    adds: Addend::Nothing,
    facts: none,
};

pub(super) const GROWTH: Measure = Measure {
    kind: MeasureKind::Growth,
    manual: "本期减上年同期，再除以上年同期；引用的数照原文印的增速",
    adds: Addend::Nothing,
    facts: none,
};

pub(super) const DIFFERENCE: Measure = Measure {
    kind: MeasureKind::Difference,
    manual: "两个数相减",
    adds: Addend::Nothing,
    facts: none,
};

fn none(_: &Source) -> Vec<Fact> {
    Vec::new()
}
