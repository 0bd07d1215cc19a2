//! The derived measures (取数): how a value is computed from finished figures.

mod capped;
mod difference;
mod growth;
mod per_area;
mod per_head;
mod ratio;
mod scaled;
mod share;

use crate::figures::derived::measure::DerivedMeasure;
use crate::model::plan::indicator::MeasureKind;

/// Every derived measure.
pub const MEASURES: &[DerivedMeasure] = &[
    capped::MEASURE,
    difference::MEASURE,
    growth::MEASURE,
    per_area::MEASURE,
    per_head::MEASURE,
    ratio::MEASURE,
    scaled::MEASURE,
    share::MEASURE,
];

/// Returns the derived measure with a word; `None` if the word's facts are taken from records.
pub fn derived_measure(kind: MeasureKind) -> Option<&'static DerivedMeasure> {
    MEASURES.iter().find(|measure| measure.kind == kind)
}
