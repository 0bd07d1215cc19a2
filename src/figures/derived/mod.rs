//! Derived values, computed from finished figures in a second pass.

pub mod input;
pub mod measure;
pub mod measures;
pub mod rates;
pub mod sources;
pub mod year_before;

use crate::figures::basis::Basis;
use crate::figures::derived::measure::DerivedMeasure;
use crate::figures::derived::measures::derived_measure;
use crate::figures::series::Series;

/// Returns the positions of the derived series, each after its inputs; circular ones come last.
pub fn order(basis: &Basis) -> Vec<usize> {
    let derived =
        |at: usize| Some((at, derived_measure(basis.series[at].indicator.measure)?));
    let mut open: Vec<(usize, &DerivedMeasure)> =
        (0..basis.series.len()).filter_map(derived).collect();
    let mut order = Vec::new();
    while !open.is_empty() {
        let is_open = |input: usize| open.iter().any(|(at, _)| *at == input);
        let is_ready = |(at, measure): &(usize, &DerivedMeasure)| {
            let series = &basis.series[*at];
            (measure.named)(series.indicator).into_iter().flatten().all(|reference| {
                basis.position(series, reference).is_none_or(|input| !is_open(input))
            })
        };
        let next = open.iter().position(is_ready).unwrap_or(0);
        order.push(open.remove(next).0);
    }
    order
}

/// The positions of the series that a derived one is worked out from.
pub fn bases(basis: &Basis, series: &Series) -> Vec<usize> {
    let named = derived_measure(series.indicator.measure)
        .map(|measure| (measure.named)(series.indicator))
        .unwrap_or_default();
    let named = named.into_iter().flatten();
    named.filter_map(|reference| basis.position(series, reference)).collect()
}
