//! 单位对比: each unit's value, beside its target where there is one, as for the counties of a city.

use crate::model::dictionary::Level;
use crate::model::scope::Scope;
use crate::report::chart::Chart;
use crate::report::charts::contrast::contrast;
use crate::report::charts::{ChartKind, Draw};
use crate::report::sheet::View;

pub(super) const CHART: ChartKind =
    ChartKind { name: "单位对比", level: Level::Public, draw: Draw::Indicator(draw) };

fn draw(view: &View) -> Option<Chart> {
    contrast(view, "contrast", "单位", |scope| matches!(scope, Scope::Unit(_)))
}
