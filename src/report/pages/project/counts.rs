//! In which indicators a place of a project counts at a sheet, and why it does not in others.

use chrono::Datelike;

use crate::figures::entrance::Past;
use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::model::dictionary::Step;
use crate::report::pages::project::as_of::Horizon;
use crate::sheet::{IndicatorView, Sheet};
use crate::view::table::Cell;
use crate::words::number::DASH;

/// What a sheet makes of the facts of a project.
#[derive(Hash)]
pub(crate) struct ProjectFacts<'a>(Vec<JudgedFact<'a>>);

/// What an indicator makes of a place of the project.
#[derive(Hash)]
struct JudgedFact<'a> {
    indicator: &'a str,
    entry: Entry,
    /// Whether the place is in the days that the indicator looks at.
    is_in_days: bool,
    verdict: Verdict,
}

/// Whether the place counts.
#[derive(Hash)]
enum Verdict {
    Counts {
        replaces: bool,
    },
    LeftOut(String),
    /// It is of an earlier year, for which it came too late.
    Past(String),
    Outside,
}

impl<'a> ProjectFacts<'a> {
    /// The facts of the project at a position.
    pub(crate) fn of(sheet: &'a Sheet<'a>, at: usize) -> ProjectFacts<'a> {
        let of_view = |view: IndicatorView<'a>| {
            let facts = view.series.facts.of_record(RecordAt::Project(at));
            // An indicator that is derived from others judges no fact of its own.
            facts.filter_map(move |(position, fact)| {
                Some(JudgedFact {
                    indicator: &view.indicator().name,
                    entry: fact.entry,
                    is_in_days: view.at.moment.days.contains(fact.when),
                    verdict: Verdict::of(&view, fact, position)?,
                })
            })
        };
        ProjectFacts(sheet.views().flat_map(of_view).collect())
    }

    /// What the sheet makes of some places of the project, in words.
    pub(crate) fn counts(&self, routes: &[Vec<Step>]) -> Cell {
        let mut words: Vec<String> = Vec::new();
        let mut elsewhen = false;
        for fact in &self.0 {
            let steps = || fact.entry.steps();
            if !routes.iter().any(|route| steps().eq(route.iter().cloned())) {
                continue;
            }
            elsewhen |= !fact.is_in_days;
            words.extend(fact.words());
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

impl Verdict {
    /// What is told of the fact at a position.
    fn of(view: &IndicatorView, fact: &Fact, position: usize) -> Option<Verdict> {
        Some(match view.at.judgements.get(position)? {
            Judgement::Counts(_) => Verdict::Counts { replaces: fact.replaces },
            Judgement::LeftOut(reason) => Verdict::LeftOut(view.reason(fact, reason)),
            Judgement::Outside => match view.past(fact) {
                Some(past @ Past::Lost(_)) => {
                    Verdict::LeftOut(past.label(fact.when.year()))
                }
                Some(past) => Verdict::Past(past.label(fact.when.year())),
                None => Verdict::Outside,
            },
        })
    }
}

impl JudgedFact<'_> {
    fn words(&self) -> Option<String> {
        let indicator = self.indicator;
        match &self.verdict {
            Verdict::Counts { replaces: true } => {
                Some(format!("计入{indicator}（只计与先前合同的差额）"))
            }
            Verdict::Counts { replaces: false } => Some(format!("计入{indicator}")),
            Verdict::LeftOut(reason) => Some(format!("未计入{indicator}：{reason}")),
            Verdict::Past(words) => Some(format!("{indicator}：{words}")),
            Verdict::Outside => None,
        }
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
