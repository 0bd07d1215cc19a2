//! An axis of values: round numbers at its ends, and a place for each value.

use plotters::coord::ranged1d::{BoldPoints, Ranged};
use plotters::coord::types::RangedCoordf64;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// A scale from values to user units.
pub(crate) struct Axis {
    low: f64,
    high: f64,
    step: f64,
    range: RangedCoordf64,
    from: f64,
    to: f64,
}

/// The place of a value in a drawing; geometry needs no exact number.
pub(crate) fn amount(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

impl Axis {
    /// An axis that shows zero and all values, with about `count` steps between its ends.
    pub(crate) fn over(
        values: impl Iterator<Item = f64>,
        count: usize,
        ends: (f64, f64),
    ) -> Axis {
        let (least, greatest) = ends_of(values);
        let step = step_of(least, greatest, count);
        let low = (least / step + 1e-6).floor() * step;
        let high = (greatest / step - 1e-6).ceil() * step;
        Axis::between(low, high, step, ends)
    }

    /// The same, ending with the values themselves: bars need no room beyond their ends.
    pub(crate) fn tight(
        values: impl Iterator<Item = f64>,
        count: usize,
        ends: (f64, f64),
    ) -> Axis {
        let mut axis = Axis::fitting(values, ends);
        axis.step = step_of(axis.low, axis.high, count);
        axis
    }

    /// An axis from zero to a value, without round ends.
    pub(crate) fn exact(high: f64, ends: (f64, f64)) -> Axis {
        Axis::fitting([high].into_iter(), ends)
    }

    /// An axis that shows zero and all values, without round ends.
    pub(crate) fn fitting(values: impl Iterator<Item = f64>, ends: (f64, f64)) -> Axis {
        let (low, high) = ends_of(values);
        Axis::between(low, high, high - low, ends)
    }

    fn between(low: f64, high: f64, step: f64, (from, to): (f64, f64)) -> Axis {
        Axis { low, high, step, range: (low..high).into(), from, to }
    }

    /// Place of a value; values beyond the ends stand at the ends.
    pub(crate) fn at(&self, value: f64) -> f64 {
        let inside = value.clamp(self.low, self.high);
        let tenths = |length: f64| (length * 10.0).round() as i32;
        f64::from(self.range.map(&inside, (tenths(self.from), tenths(self.to)))) / 10.0
    }

    /// Place of zero, where bars begin.
    pub(crate) fn zero(&self) -> f64 {
        self.at(0.0)
    }

    /// The marks: value, and text with as many decimals as the steps need.
    pub(crate) fn marks(&self) -> Vec<(f64, String)> {
        let decimals = decimals_of(self.step);
        let first = (self.low / self.step - 1e-6).ceil() as i32;
        let last = (self.high / self.step + 1e-6).floor() as i32;
        (first..=last)
            .map(|index| {
                let value = f64::from(index) * self.step;
                (value, format!("{value:.decimals$}"))
            })
            .collect()
    }
}

/// The least and the greatest of zero and the values, never the same.
fn ends_of(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) =
        values.fold((0.0, 0.0), |(low, high): (f64, f64), v| (low.min(v), high.max(v)));
    if high - low < 1e-9 { (low, low + 1.0) } else { (low, high) }
}

/// About `count` round steps from the least value to the greatest.
fn step_of(low: f64, high: f64, count: usize) -> f64 {
    let marks = RangedCoordf64::from(low..high).key_points(BoldPoints(count));
    match marks.as_slice() {
        [first, second, ..] if second > first => second - first,
        _ => high - low,
    }
}

fn decimals_of(step: f64) -> usize {
    (0..6)
        .find(|places| {
            let shifted = step * 10f64.powi(*places);
            (shifted - shifted.round()).abs() < 1e-6 * shifted.max(1.0)
        })
        .map_or(6, |places| places as usize)
}
