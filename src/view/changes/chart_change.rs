//! A chart that is drawn otherwise.

use serde::Serialize;

use crate::view::chart::Chart;

/// A chart that is drawn otherwise.
#[derive(Clone, Debug, Serialize)]
pub struct ChartChange {
    /// What it is called: 到位资金走势.
    pub name: String,
    /// As it was drawn; `None` where there was nothing to draw.
    #[serde(skip)]
    pub before: Option<Chart>,
    /// As it is drawn now; `None` where there is nothing to draw.
    #[serde(skip)]
    pub after: Option<Chart>,
}
