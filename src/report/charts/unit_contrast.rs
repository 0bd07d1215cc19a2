//! 单位对比: each unit's value, beside its target where there is one, as for the counties of a city.

use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::report::charts::{ChartKind, Draw};
use crate::report::listings::contrast::contrast;
use crate::sheet::IndicatorView;
use crate::view::chart::Chart;

pub(super) const CHART: ChartKind =
    ChartKind { name: "单位对比", level: Level::Public, draw: Draw::Indicator(draw) };

fn draw(view: &IndicatorView) -> Option<Chart> {
    contrast(view, "contrast", "单位", |scope| matches!(scope, Scope::Unit(_)))
}
