//! The charts that a narrative or an annex may call by name, one file for each.

mod gaps;
mod lamps;
mod sectors;
pub mod trajectory;
mod unit_contrast;
mod units;

#[cfg(test)]
mod tests;

use crate::model::dictionary::Level;
use crate::model::edition::About;
use crate::sheet::IndicatorView;
use crate::sheet::assessment::AssessmentView;
use crate::view::chart::Chart;

pub use trajectory::trajectory;

/// A chart by name.
pub struct ChartKind {
    /// Name it is called by.
    pub name: &'static str,
    /// Who may see it.
    pub level: Level,
    /// How it is made.
    pub draw: Draw,
}

/// How a chart is made; `None` where there is nothing to draw.
pub enum Draw {
    /// From one indicator.
    Indicator(fn(&IndicatorView) -> Option<Chart>),
    /// From one assessment.
    Assessment(fn(&AssessmentView) -> Option<Chart>),
}

impl Draw {
    /// What the chart is about.
    pub fn about(&self) -> About {
        match self {
            Draw::Indicator(_) => About::Indicator,
            Draw::Assessment(_) => About::Assessment,
        }
    }
}

/// Every chart.
pub const CHARTS: &[ChartKind] = &[
    trajectory::CHART,
    units::CHART,
    gaps::CHART,
    sectors::CHART,
    unit_contrast::CHART,
    lamps::CHART,
];

/// The chart with a name.
pub fn chart_called(name: &str) -> Option<&'static ChartKind> {
    CHARTS.iter().find(|kind| kind.name == name)
}
