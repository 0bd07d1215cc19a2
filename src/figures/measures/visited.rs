//! 走访对象数: those who were visited, each counted once however often.

use crate::figures::facts::activities::{fact, filtered};
use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::model::plan::indicator::MeasureKind;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Visited,
    manual: "走访过的对象个数，同一对象只计一次",
    adds: Addend::Pieces,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    filtered(source)
        .filter(|placed| placed.activity.partner.is_some())
        .map(|placed| Fact {
            distinct: placed.activity.partner.as_deref(),
            ..fact(source, placed)
        })
        .collect()
}
