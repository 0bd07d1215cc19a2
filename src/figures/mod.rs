//! Model → figures: every indicator's value for every scope, with what follows from it; no output.
//!
//! A missing number and a missing score are values with a reason; how a reason reads is the
//! business of the rooms above.

pub mod audience;
pub mod basis;
pub mod derived;
pub mod entrance;
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
pub mod stage;
pub mod targets;

use crate::model::plan::indicator::{Accrual, Indicator, MeasureKind};

/// Returns the calculation of an indicator in words, for the reader, as `数是……之和`.
pub fn manual(indicator: &Indicator) -> &'static str {
    let kind = indicator.measure;
    if kind == MeasureKind::Reported && indicator.accrual() != Accrual::Flow {
        let adds = indicator.unit.base.adds();
        return if adds {
            "各单位最新一期上报数之和"
        } else {
            "最新一期上报数"
        };
    }
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
