//! Makes the traces of figures and scores: definition, steps with the numbers put in, records, what was left out.

mod clauses;
pub mod depth;
mod derived;
pub mod evidence;
pub mod figure;
pub mod numbers;
mod recognised;
pub mod records;
pub mod scores;
mod steps;
mod told;

use std::collections::BTreeSet;

use crate::model::book::figure_id::FigureId;
use crate::report::traces::depth::Depth;
use crate::report::traces::figure::trace;
use crate::report::traces::numbers::numbers;
use crate::report::traces::scores::score_trace;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::page::Block;
use crate::view::trace::TraceView;

/// The traces that the numbers of some blocks open.
pub fn traces_of(sheet: &Sheet, blocks: &[Block]) -> Vec<TraceView> {
    traces_at(sheet, blocks, Depth::InPlace)
}

/// The traces that the numbers of some blocks open, each telling so much.
pub fn traces_at(sheet: &Sheet, blocks: &[Block], depth: Depth) -> Vec<TraceView> {
    let ids = numbers(blocks).into_iter().filter_map(|number| number.figure.parse().ok());
    let shown: BTreeSet<FigureId> = ids.collect();
    let positions: BTreeSet<(usize, usize)> =
        shown.iter().filter_map(|id| sheet.figures.position(id)).collect();
    let views: Vec<IndicatorView> = sheet.views().collect();
    let figures = positions.into_iter().map(|(indicator, figure)| {
        let view = &views[indicator];
        trace(view, &view.at.figures[figure], depth)
    });
    figures.chain(scores_of(sheet, &shown, depth)).collect()
}

/// The traces of the scores among some figures.
fn scores_of(sheet: &Sheet, shown: &BTreeSet<FigureId>, depth: Depth) -> Vec<TraceView> {
    let mut traces = Vec::new();
    if !shown.iter().any(|id| matches!(id, FigureId::Score(..))) {
        return traces;
    }
    for view in sheet.assessment_views() {
        let units =
            (view.scores.units.iter()).filter(|unit| shown.contains(&view.id(unit)));
        traces.extend(units.map(|unit| score_trace(&view, unit, depth)));
    }
    traces
}
