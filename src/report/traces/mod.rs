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

use std::collections::{BTreeMap, BTreeSet};

use crate::model::book::figure_id::FigureId;
use crate::report::paging::BESIDE;
use crate::report::paths;
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
    told(sheet, &ids.collect(), depth)
}

/// The traces that the first numbers of some blocks open, no more than so many, and the pages with all of
/// them by their anchors. What stands apart from the page opens none there.
pub fn first_traces(
    sheet: &Sheet,
    blocks: &[Block],
    most: usize,
) -> (Vec<TraceView>, BTreeMap<String, String>) {
    let (mut here, mut elsewhere) = (BTreeSet::new(), BTreeMap::new());
    let stands_apart = |block: &Block| match block {
        Block::Table { table } => {
            table.excerpt.is_some() || table.lists_more_than(BESIDE)
        }
        _ => false,
    };
    for block in blocks {
        for number in numbers(std::slice::from_ref(block)) {
            let Ok(id) = number.figure.parse::<FigureId>() else { continue };
            if let Some(page) = page_of(sheet, &id) {
                elsewhere.insert(number.trace.anchor.clone(), page);
            }
            if here.len() < most && !stands_apart(block) {
                here.insert(id);
            }
        }
    }
    (told(sheet, &here, Depth::InPlace), elsewhere)
}

/// The page with the whole trace of a figure.
fn page_of(sheet: &Sheet, id: &FigureId) -> Option<String> {
    match id {
        FigureId::Indicator(indicator, _) => {
            Some(paths::trace_page(&sheet.view_of(indicator.as_str())?))
        }
        FigureId::Score(assessment, _) => {
            let view = sheet.assessment_view(Some(assessment.as_str()))?;
            Some(paths::score_page(&view))
        }
    }
}

fn told(sheet: &Sheet, shown: &BTreeSet<FigureId>, depth: Depth) -> Vec<TraceView> {
    let positions: BTreeSet<(usize, usize)> =
        shown.iter().filter_map(|id| sheet.figures.position(id)).collect();
    let views: Vec<IndicatorView> = sheet.views().collect();
    let figures = positions.into_iter().map(|(indicator, figure)| {
        let view = &views[indicator];
        trace(view, &view.at.figures[figure], depth)
    });
    figures.chain(scores_of(sheet, shown, depth)).collect()
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
