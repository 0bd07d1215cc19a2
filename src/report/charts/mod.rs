//! The charts that a narrative or an annex may call by name, one file for each.

mod contrast;
mod sectors;
mod spark;
#[cfg(test)]
mod tests;
mod trajectory;
mod unit_contrast;
mod units;

use crate::report::chart::Chart;
use crate::report::sheet::View;

pub use crate::report::charts::spark::spark;
pub use crate::report::charts::trajectory::trajectory;
pub use crate::report::charts::units::lamp_condition;

/// A chart that is drawn from one indicator.
pub struct ChartKind {
    /// Name it is called by.
    pub name: &'static str,
    /// Makes it; none where the indicator has nothing to draw.
    pub draw: fn(&View) -> Option<Chart>,
}

/// Every chart.
pub const CHARTS: &[ChartKind] =
    &[trajectory::CHART, units::CHART, sectors::CHART, unit_contrast::CHART];

/// The chart with a name.
pub fn chart_called(name: &str) -> Option<&'static ChartKind> {
    CHARTS.iter().find(|kind| kind.name == name)
}
