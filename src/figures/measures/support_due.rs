//! 应办保障: what was promised to projects and fell due (G28).

use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::support::facts;
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::SupportDue,
    manual: "到期应办的保障事项的数量之和，计个数时一件计一，以应办日期计入",
    adds: Addend::ValuesOrPieces,
    facts: |source| facts(source, |support| Some((support.due, None))),
};
