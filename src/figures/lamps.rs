//! Lamps: which declared state a figure is in, by its own numbers and against its group.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::IndicatorFigures;
use crate::figures::derived::base;
use crate::figures::exact::{percent, quotient, round};
use crate::figures::figure::{Figure, lamp_set};
use crate::figures::growth::{YearBefore, growth};
use crate::figures::outcome::Outcome;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::lamp::{Lamp, LampBasis, LampTest};
use crate::model::scope::Scope;

/// Gives each figure its lamp.
pub(super) fn light(book: &Book, series: &Series, found: &mut IndicatorFigures) {
    let Some(set) = lamp_set(series) else { return };
    let means = means(book, &found.figures);
    let before = OnceCell::new();
    let places = series.indicator.rate_places();
    let number = |figure: &Figure, basis: LampBasis| match basis {
        LampBasis::Lead => figure.lead.known(),
        LampBasis::Completion => {
            figure.completion.known().map(|share| share * Decimal::ONE_HUNDRED)
        }
        LampBasis::AboveMean => {
            let mean = means.get(&group(book, &figure.scope)?)?.known()?;
            let done = figure.completion.known()?;
            Some(percent(done, places) - percent(mean, places))
        }
        // Scores light their own lamps, unit by unit.
        LampBasis::Score => None,
        LampBasis::Growth => {
            let before = before.get_or_init(|| YearBefore::of(series, &found.moment));
            let before = base(&before.input(&figure.scope)).known()?;
            let now = series.indicator.unit.to_base(figure.value.known()?)?;
            let share = growth(now, before).known()?;
            Some(round(share * Decimal::ONE_HUNDRED, places))
        }
    };
    let lit = |figure: &Figure| {
        let holds = |test: &LampTest| {
            number(figure, test.basis).is_some_and(|one| test.condition.contains(one))
        };
        let fits = |lamp: &&Lamp| {
            let own = LampTest { basis: set.basis, condition: lamp.condition.clone() };
            // Without bounds of its own, a lamp goes by its further conditions alone.
            let free = !lamp.also.is_empty() && !lamp.condition.is_bounded();
            ((free || holds(&own)) && lamp.also.iter().all(holds))
                || lamp.or.iter().any(|case| case.all.iter().all(holds))
        };
        set.lamps.iter().find(fits).cloned()
    };
    let lamps: Vec<Option<Lamp>> = found.figures.iter().map(lit).collect();
    for (figure, lamp) in found.figures.iter_mut().zip(lamps) {
        figure.lamp = lamp;
    }
}

/// The group of a unit's scope.
fn group(book: &Book, scope: &Scope) -> Option<String> {
    let Scope::Unit(id) = scope else { return None };
    book.group(&book.unit_called(id)?.group).map(|group| group.id.to_string())
}

/// The mean completion of the units of each group that have one.
fn means(book: &Book, figures: &[Figure]) -> BTreeMap<String, Outcome> {
    let mut sums: BTreeMap<String, (Decimal, u64)> = BTreeMap::new();
    for figure in figures {
        if let Some((group, done)) =
            group(book, &figure.scope).zip(figure.completion.known())
        {
            let sum = sums.entry(group).or_default();
            *sum = (sum.0 + done, sum.1 + 1);
        }
    }
    let mean = |(sum, count): (Decimal, u64)| quotient(sum, Decimal::from(count));
    sums.into_iter().map(|(group, sum)| (group, mean(sum))).collect()
}
