//! 已办保障: what was promised to projects, fell due and is done (G28, G41).

use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::support::facts;
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::SupportDone,
    manual: "到期应办而已经办结的保障事项的数量之和，计个数时一件计一，以应办和办结中较晚的日期计入",
    adds: Addend::ValuesOrPieces,
    facts: |source| {
        facts(source, |support| Some((support.done?.max(support.due), support.submitted)))
    },
};
