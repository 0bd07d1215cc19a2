//! 领域对比: each sector's value beside its target.

use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::charts::{ChartKind, Draw};
use crate::report::listings::contrast::contrast;
use crate::sheet::IndicatorView;
use crate::view::chart::Chart;

pub(super) const CHART: ChartKind =
    ChartKind { name: "领域对比", level: Level::Public, draw: Draw::Indicator(draw) };

fn draw(view: &IndicatorView) -> Option<Chart> {
    contrast(view, "sectors", "领域", |scope| matches!(scope, Scope::Sector(_)))
}
