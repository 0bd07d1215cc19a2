//! In which indicators a place of a project counts at a sheet, and why it does not in others.

use crate::figures::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::model::written::Step;
use crate::report::page::Inline;
use crate::report::pages::known::Horizon;
use crate::report::sheet::{Sheet, View};
use crate::report::table::Cell;
use crate::words::number::DASH;

/// What a sheet makes of a place of a project, in words.
pub(super) fn counts(sheet: &Sheet, at: usize, route: &[Step]) -> Cell {
    let mut words: Vec<String> = Vec::new();
    for view in sheet.figures.indicators.iter() {
        let series = &sheet.basis.series[view.series];
        let facts = series.facts.iter().zip(&view.judgements);
        let own = facts.filter(|(fact, _)| {
            fact.record == RecordAt::Project(at) && fact.route == route
        });
        words.extend(own.filter_map(|(fact, judgement)| {
            verdict(&series.indicator.name, fact, judgement)
        }));
    }
    match words.is_empty() {
        true => Cell::text(DASH),
        false => {
            Cell { inlines: vec![Inline::text(words.join("；"))], ..Cell::default() }
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

/// The facts that an indicator leaves out, with the reason; none that came after the last cut-off.
pub(super) fn left_out<'a>(
    view: &View<'a>,
    horizon: &Horizon,
) -> Vec<(&'a Fact, &'a LeftOut)> {
    let facts = view.series.facts.iter().zip(&view.at.judgements);
    let reasons = facts.filter_map(|(fact, judgement)| match judgement {
        Judgement::LeftOut(reason) => Some((fact, reason)),
        _ => None,
    });
    reasons.filter(|(fact, _)| horizon.knew(fact.known)).collect()
}
