//! In which indicators a place of a project counts at a sheet, and why it does not in others.

use crate::figures::facts::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::model::dictionary::Step;
use crate::report::pages::project::as_of::Horizon;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Cell;
use crate::words::number::DASH;

/// What a sheet makes of some places of a project, in words.
pub(crate) fn counts(sheet: &Sheet, at: usize, routes: &[Vec<Step>]) -> Cell {
    let mut words: Vec<String> = Vec::new();
    let mut elsewhen = false;
    for view in sheet.views() {
        for position in view.series.facts_of(RecordAt::Project(at)) {
            let fact = &view.series.facts[position];
            // An indicator that is derived from others judges no fact of its own.
            let Some(judgement) = view.at.judgements.get(position) else { continue };
            let steps = || fact.entry.steps();
            if !routes.iter().any(|route| steps().eq(route.iter().cloned())) {
                continue;
            }
            elsewhen |= !view.at.moment.days.contains(fact.when);
            words.extend(verdict(&view.indicator().name, fact, judgement));
        }
    }
    if !words.is_empty() {
        Cell::text(words.join("；"))
    } else if elsewhen {
        Cell::text("不在本期的时段内")
    } else {
        Cell::text(DASH)
    }
}

fn verdict(indicator: &str, fact: &Fact, judgement: &Judgement) -> Option<String> {
    match judgement {
        Judgement::Counts(_) if fact.replaces => {
            Some(format!("计入{indicator}（只计与先前合同的差额）"))
        }
        Judgement::Counts(_) => Some(format!("计入{indicator}")),
        Judgement::LeftOut(reason) => {
            Some(format!("未计入{indicator}：{}", reason.label()))
        }
        Judgement::Outside => None,
    }
}

/// The facts that an indicator leaves out, with the reason; without those that came after the last cut-off.
pub(crate) fn left_out<'a>(
    view: &IndicatorView<'a>,
    horizon: &Horizon,
) -> Vec<(&'a Fact<'a>, &'a LeftOut)> {
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    let reasons = facts.filter_map(|(fact, judgement)| match judgement {
        Judgement::LeftOut(reason) => Some((fact, reason)),
        _ => None,
    });
    reasons.filter(|(fact, _)| horizon.knew(fact.known)).collect()
}
