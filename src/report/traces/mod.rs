//! Makes the traces of figures and scores: definition, steps with the numbers put in, records, what was left out.

mod clauses;
pub mod depth;
pub mod evidence;
pub mod figure;
pub mod numbers;
pub mod records;
pub mod scores;
mod steps;

use std::collections::BTreeSet;

use crate::report::traces::depth::Depth;
use crate::report::traces::figure::trace;
use crate::report::traces::numbers::numbers;
use crate::report::traces::scores::score_trace;
use crate::sheet::Sheet;
use crate::view::page::Block;
use crate::view::trace::TraceView;

/// The traces that the numbers of some blocks open.
pub fn traces_of(sheet: &Sheet, blocks: &[Block]) -> Vec<TraceView> {
    traces_at(sheet, blocks, Depth::InPlace)
}

/// The traces that the numbers of some blocks open, each telling so much.
pub fn traces_at(sheet: &Sheet, blocks: &[Block], depth: Depth) -> Vec<TraceView> {
    let shown: BTreeSet<&str> =
        numbers(blocks).into_iter().map(|number| number.figure.as_str()).collect();
    if shown.is_empty() {
        return Vec::new();
    }
    let figures = sheet
        .views()
        .flat_map(|view| view.at.figures.iter().map(move |figure| (view, figure)))
        .filter(|(_, figure)| shown.contains(figure.id.to_string().as_str()))
        .map(|(view, figure)| trace(&view, figure, depth));
    figures.chain(scores_of(sheet, &shown, depth)).collect()
}

/// The traces of the scores among some figures.
fn scores_of(sheet: &Sheet, shown: &BTreeSet<&str>, depth: Depth) -> Vec<TraceView> {
    let mut traces = Vec::new();
    for view in sheet.assessment_views() {
        let units = (view.scores.units.iter())
            .filter(|unit| shown.contains(view.id(unit).to_string().as_str()));
        traces.extend(units.map(|unit| score_trace(&view, unit, depth)));
    }
    traces
}
