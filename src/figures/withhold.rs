//! Takes from finished figures what their audience does not get; what is left stays true.

use std::collections::BTreeMap;

use crate::figures::figure::Figure;
use crate::figures::outcome::{Missing, Outcome};
use crate::figures::{Basis, Figures};
use crate::model::dictionary::Level;
use crate::model::scope::Scope;

/// Who may see scores: their formulas and records tell of single internal values.
const SCORES: Level = Level::Internal;

/// Withholds the figures that a restriction is about, with all that is worked out from them.
///
/// It comes last, so that ranks and totals of what is published count everything.
pub(super) fn withhold(basis: &Basis, figures: &mut Figures) {
    for found in &mut figures.indicators {
        found.figures.retain(|figure| basis.audience.sees(level(&figure.scope)));
    }
    if !basis.audience.sees(SCORES) {
        figures.scores.clear();
    }
    let withheld = withheld(basis, figures);
    for figure in figures.indicators.iter_mut().flat_map(|found| &mut found.figures) {
        if let Some(reason) = withheld.get(&figure.id) {
            empty(figure, &Outcome::Unknown(reason.clone()));
        }
    }
}

/// The figures that a restriction is about, and those that have such a figure among their inputs.
fn withheld(basis: &Basis, figures: &Figures) -> BTreeMap<String, Missing> {
    let mut withheld: BTreeMap<String, Missing> = BTreeMap::new();
    loop {
        let before = withheld.len();
        for found in &figures.indicators {
            let own = &basis.series[found.series].withheld;
            for figure in &found.figures {
                let mut inputs =
                    figure.inputs.iter().filter_map(|one| one.figure.as_ref());
                let input = || inputs.find_map(|input| withheld.get(input));
                let reason = own.get(&figure.scope).or_else(input);
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
    for verdict in &mut figure.verdicts {
        verdict.value = none.clone();
        verdict.actual = none.clone();
        verdict.met = None;
    }
    figure.value = none.clone();
    figure.completion = none.clone();
    figure.lead = none.clone();
    figure.remaining = none.clone();
    figure.needed = none.clone();
    figure.projection = none.clone();
    figure.inputs.clear();
    figure.lamp = None;
    figure.standing = None;
}

/// Who may see the figures of a scope.
fn level(scope: &Scope) -> Level {
    match scope {
        Scope::Leader(_) => Level::Leader,
        _ => Level::Public,
    }
}
