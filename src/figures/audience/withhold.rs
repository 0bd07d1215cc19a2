//! Takes from finished figures what their audience does not get; what is left stays true.

use std::collections::{BTreeMap, BTreeSet};

use crate::figures::audience::scope_level;
use crate::figures::figure::{Figure, Verdict};
use crate::figures::outcome::Missing;
use crate::figures::outcome::Outcome;
use crate::figures::{Basis, Figures, IndicatorFigures};
use crate::model::dictionary::Level;

/// Who may see scores: their formulas and records tell of single internal values.
const SCORES: Level = Level::Internal;

/// Withholds the figures that a restriction is about, with all that is worked out from them.
///
/// It comes last, so that totals and lamps of what is published count everything.
pub(crate) fn withhold(basis: &Basis, figures: &mut Figures) {
    for found in &mut figures.indicators {
        found.figures.retain(|figure| basis.audience.sees(scope_level(&figure.scope)));
    }
    if !basis.audience.sees(SCORES) {
        figures.scores.clear();
    }
    let withheld = withheld(basis, figures);
    for found in &mut figures.indicators {
        leave_points_open(basis, found);
        leave_unranked(found, &withheld);
        for figure in &mut found.figures {
            if let Some(reason) = withheld.get(&figure.id) {
                empty(figure, &Err(reason.clone()));
            }
        }
    }
}

/// Points of a curve that passed on a day on which the number is not published.
fn leave_points_open(basis: &Basis, found: &mut IndicatorFigures) {
    let series = &basis.series[found.series];
    for figure in &mut found.figures {
        for verdict in &mut figure.verdicts {
            if let Some(own) = series.withheld(&figure.scope, verdict.day) {
                leave_open(verdict, &Err(own.reason.clone()));
            }
        }
    }
}

/// The ranks of a group would tell between which numbers the one of a withheld member lies.
fn leave_unranked(found: &mut IndicatorFigures, withheld: &BTreeMap<String, Missing>) {
    let group = |figure: &Figure| Some(figure.ranked.as_ref()?.group.clone());
    let ranked = |figure: &&Figure| {
        figure.ranked.as_ref().is_some_and(|ranked| ranked.rank.is_some())
    };
    let kept = found.figures.iter().filter(|figure| withheld.contains_key(&figure.id));
    let groups: BTreeSet<String> = kept.filter(ranked).filter_map(group).collect();
    for figure in &mut found.figures {
        if group(figure).is_some_and(|own| groups.contains(&own)) {
            figure.ranked = None;
        }
    }
}

/// The figures that a restriction is about, and those that have such a figure among their inputs.
fn withheld(basis: &Basis, figures: &Figures) -> BTreeMap<String, Missing> {
    let mut withheld: BTreeMap<String, Missing> = BTreeMap::new();
    loop {
        let before = withheld.len();
        for found in &figures.indicators {
            let series = &basis.series[found.series];
            for figure in &found.figures {
                let own = series.withheld(&figure.scope, figures.period.end());
                let mut inputs =
                    figure.inputs.iter().filter_map(|one| one.figure.as_ref());
                let input = || inputs.find_map(|input| withheld.get(input));
                let reason = own.map(|own| &own.reason).or_else(input);
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

/// Leaves of a figure its targets and its schedule, which are no secret.
fn empty(figure: &mut Figure, none: &Outcome) {
    for target in &mut figure.targets {
        target.completion = none.clone();
        target.met = None;
    }
    figure.verdicts.iter_mut().for_each(|verdict| leave_open(verdict, none));
    figure.value = none.clone();
    figure.completion = none.clone();
    figure.lead = none.clone();
    figure.remaining = none.clone();
    figure.needed = none.clone();
    figure.projection = none.clone();
    figure.inputs.clear();
    figure.lamp = None;
    figure.ranked = None;
}

fn leave_open(verdict: &mut Verdict, none: &Outcome) {
    verdict.value = none.clone();
    verdict.actual = none.clone();
    verdict.met = None;
}
