//! In which indicators a place of a project counts at a sheet, and why it does not in others.

use crate::figures::facts::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::model::dictionary::Step;
use crate::report::pages::project::as_of::Horizon;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Cell;
use crate::words::number::DASH;

/// The facts of a project at a sheet, with the indicators that they are for.
pub(crate) struct ProjectFacts<'a>(Vec<JudgedFact<'a>>);

/// A fact with its indicator and with whether it counts.
type JudgedFact<'a> = (IndicatorView<'a>, &'a Fact<'a>, &'a Judgement);

impl<'a> ProjectFacts<'a> {
    /// The facts of the project at a position.
    pub(crate) fn of(sheet: &'a Sheet<'a>, at: usize) -> ProjectFacts<'a> {
        let of_view = |view: IndicatorView<'a>| {
            let facts = view.series.facts.of_record(RecordAt::Project(at));
            // An indicator that is derived from others judges no fact of its own.
            facts.filter_map(move |(position, fact)| {
                Some((view, fact, view.at.judgements.get(position)?))
            })
        };
        ProjectFacts(sheet.views().flat_map(of_view).collect())
    }

    /// What the sheet makes of some places of the project, in words.
    pub(crate) fn counts(&self, routes: &[Vec<Step>]) -> Cell {
        let mut words: Vec<String> = Vec::new();
        let mut elsewhen = false;
        for (view, fact, judgement) in &self.0 {
            let steps = || fact.entry.steps();
            if !routes.iter().any(|route| steps().eq(route.iter().cloned())) {
                continue;
            }
            elsewhen |= !view.at.moment.days.contains(fact.when);
            words.extend(verdict(&view.indicator().name, fact, judgement));
        }
        if !words.is_empty() {
            Cell::text(words.join("；"))
        } else if elsewhen {
            Cell::text("不在本期的时段内")
        } else {
            Cell::text(DASH)
        }
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
    let reasons = view.judged().filter_map(|(fact, judgement)| match judgement {
        Judgement::LeftOut(reason) => Some((fact, reason)),
        _ => None,
    });
    reasons.filter(|(fact, _)| horizon.knew(fact.known)).collect()
}
