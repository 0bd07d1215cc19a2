//! 领域对比: each sector's value beside its target.

use crate::model::dictionary::Level;
use crate::model::scope::Scope;
use crate::report::chart::Chart;
use crate::report::charts::contrast::contrast;
use crate::report::charts::{ChartKind, Draw};
use crate::report::sheet::View;

pub(super) const CHART: ChartKind =
    ChartKind { name: "领域对比", level: Level::Public, draw: Draw::Indicator(draw) };

fn draw(view: &View) -> Option<Chart> {
    contrast(view, "sectors", "领域", |scope| matches!(scope, Scope::Sector(_)))
}
