//! The measures (取数): how each kind of record gives the facts that an indicator counts.

mod activities;
mod contract;
mod funds;
mod missed;
mod planned;
mod projects;
mod reported;
mod staged;
mod support_done;
mod support_due;
mod visited;

use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::model::plan::indicator::MeasureKind;
use crate::model::value::quantity::{Base, Denomination};

/// A measure: its word in the plan, and what it does.
pub struct Measure {
    /// The word.
    pub kind: MeasureKind,
    /// The calculation in words, for the reader, as `数是……之和`.
    pub manual: &'static str,
    /// What is added up.
    pub adds: Addend,
    /// Takes the facts from the book.
    pub facts: for<'a> fn(&Source<'a, '_>) -> Vec<Fact<'a>>,
}

/// What a measure adds up, and so what its sums reveal of the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addend {
    /// Values that are recorded.
    Values,
    /// One for each record or event, regardless of its values.
    Pieces,
    /// Values that are recorded, or one for each where the indicator is a count.
    ValuesOrPieces,
}

impl Addend {
    /// Returns whether an indicator of this unit adds up values that are recorded.
    pub fn is_recorded(self, unit: Denomination) -> bool {
        match self {
            Addend::Values => true,
            Addend::ValuesOrPieces => unit.base != Base::Count,
            Addend::Pieces => false,
        }
    }
}

/// Every measure.
pub const MEASURES: &[Measure] = &[
    activities::MEASURE,
    contract::MEASURE,
    funds::MEASURE,
    missed::MEASURE,
    planned::MEASURE,
    projects::MEASURE,
    reported::MEASURE,
    staged::MEASURE,
    support_done::MEASURE,
    support_due::MEASURE,
    visited::MEASURE,
];

/// Returns the measure with a word; `None` if its values are derived from other figures.
pub fn measure(kind: MeasureKind) -> Option<&'static Measure> {
    MEASURES.iter().find(|measure| measure.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_tells_no_value_that_is_recorded() {
        let [count, area] = [("个", Base::Count), ("亩", Base::Area)]
            .map(|(word, base)| Denomination { word, base, power: 0 });
        for due in [MeasureKind::SupportDue, MeasureKind::SupportDone] {
            let adds = measure(due).unwrap().adds;
            assert!(!adds.is_recorded(count) && adds.is_recorded(area));
        }
        assert!(measure(MeasureKind::Reported).unwrap().adds.is_recorded(count));
        assert!(!measure(MeasureKind::Missed).unwrap().adds.is_recorded(count));
    }
}
