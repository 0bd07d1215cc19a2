//! Takes from finished figures what their audience does not get; what is left stays true.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::figures::audience::{Audience, scope_level};
use crate::figures::basis::Basis;
use crate::figures::figure::{Figure, Verdict};
use crate::figures::indicator::IndicatorFigures;
use crate::figures::outcome::{Missing, Outcome};
use crate::model::book::figure_id::FigureId;
use crate::model::dictionary::Level;

/// Who may see scores: their formulas and records tell of single internal values.
const SCORES: Level = Level::Internal;

/// Whether an audience gets scores.
pub(crate) fn shows_scores(audience: &Audience) -> bool {
    audience.sees(SCORES)
}

/// Withholds the figures that a restriction is about, with all that is worked out from them.
///
/// It comes last, so that totals and lamps of what is published count everything.
pub(crate) fn withhold(
    basis: &Basis,
    end: NaiveDate,
    indicators: &mut [IndicatorFigures],
) {
    for figures in &mut *indicators {
        figures.retain(|scope| basis.audience.sees(scope_level(scope)));
    }
    let withheld = withheld(basis, end, indicators);
    for figures in indicators {
        leave_points_open(basis, figures);
        leave_earlier_untold(basis, figures);
        leave_unranked(figures, &withheld);
        for figure in &mut figures.figures {
            if let Some(reason) = withheld.get(&figure.id) {
                empty(figure, &Err(reason.clone()));
            }
        }
    }
}

/// Points of a curve that passed on a day on which the number is not published.
fn leave_points_open(basis: &Basis, figures: &mut IndicatorFigures) {
    let series = &basis.series[figures.series];
    for figure in &mut figures.figures {
        for verdict in &mut figure.verdicts {
            if let Some(withheld) = series.withheld(&figure.scope, verdict.day) {
                leave_open(verdict, &Err(withheld.reason.clone()));
            }
        }
    }
}

/// What was known at an earlier day is no reason for those who did not get it then.
fn leave_earlier_untold(basis: &Basis, figures: &mut IndicatorFigures) {
    let series = &basis.series[figures.series];
    for figure in &mut figures.figures {
        if let Err(Missing::Since(earlier)) = &figure.value
            && series.withheld(&figure.scope, earlier.day).is_some()
        {
            empty(figure, &Err(Missing::NotReported));
        }
    }
}

/// The ranks of a group would tell between which numbers that of a withheld member lies.
fn leave_unranked(
    figures: &mut IndicatorFigures,
    withheld: &BTreeMap<FigureId, Missing>,
) {
    let groups: BTreeSet<String> = figures
        .figures
        .iter()
        .filter(|figure| withheld.contains_key(&figure.id))
        .filter_map(|figure| figure.ranked.as_ref())
        .filter(|ranked| ranked.rank.is_some())
        .map(|ranked| ranked.group.clone())
        .collect();
    for figure in &mut figures.figures {
        if figure.ranked.as_ref().is_some_and(|ranked| groups.contains(&ranked.group)) {
            figure.ranked = None;
        }
    }
}

/// The figures that a restriction is about, and those that have such a figure among their inputs.
fn withheld(
    basis: &Basis,
    end: NaiveDate,
    indicators: &[IndicatorFigures],
) -> BTreeMap<FigureId, Missing> {
    let mut withheld: BTreeMap<FigureId, Missing> = BTreeMap::new();
    loop {
        let before = withheld.len();
        for figures in indicators {
            let series = &basis.series[figures.series];
            for figure in &figures.figures {
                let restricted = series.withheld(&figure.scope, end);
                let of_input = || {
                    let mut inputs =
                        figure.inputs.iter().filter_map(|input| input.figure.as_ref());
                    inputs.find_map(|input| withheld.get(input))
                };
                let reason =
                    restricted.map(|restricted| &restricted.reason).or_else(of_input);
                if let Some(reason) = reason.cloned() {
                    withheld.entry(figure.id.clone()).or_insert(reason);
                }
            }
        }
        if withheld.len() == before {
            return withheld;
        }
    }
}

/// Empties a figure but for its targets and its schedule, which are no secret.
fn empty(figure: &mut Figure, none: &Outcome) {
    for target in &mut figure.targets {
        target.completion = none.clone();
        target.met = None;
    }
    figure.verdicts.iter_mut().for_each(|verdict| leave_open(verdict, none));
    figure.value = none.clone();
    figure.completion = none.clone();
    figure.lead = none.clone();
    figure.shortfall = none.clone();
    if let Some(stage) = &mut figure.stage {
        stage.progress.completion = none.clone();
        stage.ahead = none.clone();
        stage.progress.met = None;
    }
    figure.remaining = none.clone();
    figure.needed = none.clone();
    figure.projection = none.clone();
    figure.inputs.clear();
    figure.lacks.clear();
    figure.lamp = None;
    figure.ranked = None;
}

fn leave_open(verdict: &mut Verdict, none: &Outcome) {
    verdict.value = none.clone();
    verdict.actual = none.clone();
    verdict.met = None;
}
