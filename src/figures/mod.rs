//! Model → figures: every indicator's value for every scope, with what follows from it; no output.
//!
//! A missing number and a missing score are values with a reason; how a reason reads is the
//! business of the rooms above.

pub mod audience;
pub mod basis;
pub mod derived;
pub mod exact;
pub mod facts;
pub mod figure;
pub mod indicator;
pub mod lamps;
pub mod measures;
pub mod outcome;
pub mod period;
mod projects;
pub mod rank;
pub mod schedule;
pub mod scores;
pub mod series;
pub mod targets;

use crate::model::plan::indicator::MeasureKind;

/// Returns the calculation of a measure in words, for the reader, as `数是……之和`.
pub fn manual(kind: MeasureKind) -> &'static str {
    let taken = measures::measure(kind).map(|measure| measure.manual);
    let derived = derived::measures::derived_measure(kind).map(|measure| measure.manual);
    taken.or(derived).expect("every word has its measure")
}

#[cfg(test)]
mod tests {
    use super::derived::measures::derived_measure;
    use super::measures::measure;
    use super::*;

    #[test]
    fn every_word_has_one_measure_and_derived_words_a_derived_one() {
        for kind in MeasureKind::ALL {
            assert_eq!(measure(*kind).is_none(), kind.is_derived(), "{kind:?}");
            assert_eq!(derived_measure(*kind).is_some(), kind.is_derived(), "{kind:?}");
        }
    }
}
