//! The measures (取数): how each kind of record gives the facts that an indicator counts.

mod activities;
mod contract;
mod derived;
mod funds;
mod missed;
mod projects;
mod reported;
mod staged;
mod support;
mod visited;

use crate::figures::facts::attribution::Rows;
use crate::figures::facts::fact::Fact;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::value::quantity::{Base, Denomination};

/// A measure: its word in the plan, and what it does.
pub struct Measure {
    /// The word.
    pub kind: MeasureKind,
    /// How the value comes about, for the reader, as `数是……之和`.
    pub manual: &'static str,
    /// What is added up.
    pub adds: Addend,
    /// Takes the facts from the book.
    pub facts: fn(&Source) -> Vec<Fact>,
}

/// What a measure adds up, and so what its sums tell of the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addend {
    /// Values that are recorded.
    Values,
    /// One for each record or event, whatever is recorded of it.
    Pieces,
    /// Values that are recorded, or one for each where the indicator is a count.
    ValuesOrPieces,
    /// Nothing: it is worked out from other figures.
    Nothing,
}

impl Addend {
    /// Whether an indicator of this unit adds up values that are recorded.
    pub fn is_recorded(self, unit: Denomination) -> bool {
        match self {
            Addend::Values => true,
            Addend::ValuesOrPieces => unit.base != Base::Count,
            Addend::Pieces | Addend::Nothing => false,
        }
    }
}

/// What a measure takes facts from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Book.
    pub book: &'a Book,
    /// Plan that declares the indicator.
    pub plan: &'a Plan,
    /// Indicator.
    pub indicator: &'a Indicator,
    /// Rows that facts are credited to.
    pub rows: &'a Rows,
    /// Where each project stands in another state whose facts are taken over; none for all anew.
    pub known: Option<&'a [Option<usize>]>,
}

/// Every measure.
pub const MEASURES: &[Measure] = &[
    activities::MEASURE,
    contract::MEASURE,
    derived::DIFFERENCE,
    derived::GROWTH,
    derived::PER_AREA,
    derived::PER_HEAD,
    derived::RATIO,
    derived::SHARE,
    funds::MEASURE,
    missed::MEASURE,
    projects::MEASURE,
    reported::MEASURE,
    staged::MEASURE,
    support::DUE,
    support::DONE,
    visited::MEASURE,
];

/// The measure with a word.
pub fn measure(kind: MeasureKind) -> &'static Measure {
    MEASURES
        .iter()
        .find(|measure| measure.kind == kind)
        .expect("every word has its measure")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_tells_no_value_that_is_recorded() {
        let [count, area] = [("个", Base::Count), ("亩", Base::Area)]
            .map(|(word, base)| Denomination { word, base, power: 0 });
        for due in [MeasureKind::SupportDue, MeasureKind::SupportDone] {
            let adds = measure(due).adds;
            assert!(!adds.is_recorded(count) && adds.is_recorded(area));
        }
        assert!(measure(MeasureKind::Reported).adds.is_recorded(count));
        assert!(!measure(MeasureKind::Missed).adds.is_recorded(count));
    }

    #[test]
    fn every_word_has_its_measure() {
        for kind in MeasureKind::ALL {
            assert_eq!(measure(*kind).kind, *kind);
        }
    }
}
