//! Lamps: which declared state a figure is in, by its own numbers, against its group, and month after month.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::derived::year_before::{YearBefore, growth};
use crate::figures::exact::{percent, quotient, round};
use crate::figures::facts::moment::Moment;
use crate::figures::figure::{Figure, lamp_set};
use crate::figures::indicator::IndicatorFigures;
use crate::figures::outcome::Known;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::lamp::{Lamp, LampBasis, LampSet, LampTest};

/// Gives each figure its lamp; `run_before` is how many months in a row, up to the month before,
/// a scope's figure met the lamp set's condition.
pub(super) fn light(
    book: &Book,
    series: &Series,
    run_before: &dyn Fn(&Scope) -> Option<u32>,
    figures: &mut IndicatorFigures,
) {
    let Some(set) = lamp_set(series) else { return };
    let numbers = Numbers::of(book, series, figures);
    if let Some(test) = &set.each {
        for figure in &mut figures.figures {
            figure.run = numbers.of_figure(figure, test.basis).map(|number| {
                if test.condition.contains(number) {
                    1 + run_before(&figure.scope).unwrap_or(0)
                } else {
                    0
                }
            });
        }
    }
    for figure in &mut figures.figures {
        figure.lamp = lit(set, &|basis| numbers.of_figure(figure, basis));
    }
}

/// Returns the first lamp of a set whose conditions the numbers meet; `None` if there is none.
pub(super) fn lit(
    set: &LampSet,
    number: &dyn Fn(LampBasis) -> Option<Decimal>,
) -> Option<Lamp> {
    let holds = |test: &LampTest| {
        number(test.basis).is_some_and(|number| test.condition.contains(number))
    };
    let is_lit = |lamp: &&Lamp| {
        let bounds = LampTest { basis: set.basis, condition: lamp.condition.clone() };
        // Without bounds of its own, a lamp goes by its further conditions alone.
        let is_unbounded = !lamp.also.is_empty() && !lamp.condition.is_bounded();
        ((is_unbounded || holds(&bounds)) && lamp.also.iter().all(holds))
            || lamp.or.iter().any(|case| case.all.iter().all(holds))
    };
    set.lamps.iter().find(is_lit).cloned()
}

/// Returns a rank counted from the last; `ranks` are those of all.
pub(super) fn from_last(rank: u32, ranks: impl Iterator<Item = u32>) -> Decimal {
    Decimal::from(1 + ranks.filter(|other| *other > rank).count() as u64)
}

/// The numbers that lamps look at.
struct Numbers<'a> {
    register: Registered<'a>,
    series: &'a Series<'a>,
    means: BTreeMap<String, Decimal>,
    /// Ranks by group.
    ranks: BTreeMap<String, Vec<u32>>,
    moment: Moment,
    year_before: OnceCell<YearBefore<'a>>,
}

impl<'a> Numbers<'a> {
    fn of(
        book: &'a Book,
        series: &'a Series<'a>,
        figures: &IndicatorFigures,
    ) -> Numbers<'a> {
        let mut ranks: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for ranked in figures.figures.iter().filter_map(|figure| figure.ranked.as_ref()) {
            ranks.entry(ranked.group.clone()).or_default().extend(ranked.rank);
        }
        let register = book.registered_at(figures.moment.roll);
        Numbers {
            register,
            series,
            means: means(register, &figures.figures),
            ranks,
            moment: figures.moment.clone(),
            year_before: OnceCell::new(),
        }
    }

    fn of_figure(&self, figure: &Figure, basis: LampBasis) -> Option<Decimal> {
        let indicator = self.series.indicator;
        let places = indicator.rate_places();
        match basis {
            LampBasis::Lead => figure.lead.known(),
            LampBasis::Completion => {
                figure.completion.known().map(|share| share * Decimal::ONE_HUNDRED)
            }
            LampBasis::Value => figure.value.known(),
            LampBasis::Months => figure.run.map(Decimal::from),
            LampBasis::Rank => figure.ranked.as_ref()?.rank.map(Decimal::from),
            LampBasis::LastRank => {
                let ranked = figure.ranked.as_ref()?;
                let ranks = self.ranks.get(&ranked.group)?.iter().copied();
                Some(from_last(ranked.rank?, ranks))
            }
            LampBasis::AboveMean => {
                let mean = *self.means.get(&group(self.register, &figure.scope)?)?;
                let done = figure.completion.known()?;
                Some(percent(done, places) - percent(mean, places))
            }
            // Scores light their own lamps, unit by unit.
            LampBasis::Score => None,
            LampBasis::Growth => {
                let before = self
                    .year_before
                    .get_or_init(|| YearBefore::of(self.series, &self.moment))
                    .input(&figure.scope);
                let now = indicator.unit.to_base(figure.value.known()?)?;
                let share = growth(now, before.in_base().ok()?).ok()?;
                Some(round(share * Decimal::ONE_HUNDRED, places))
            }
        }
    }
}

/// Returns the group of a unit's scope.
fn group(register: Registered, scope: &Scope) -> Option<String> {
    let Scope::Unit(id) = scope else { return None };
    register.group_of(register.unit_called(id)?).map(|group| group.id.to_string())
}

/// Returns the mean completion of the units of each group that have one.
fn means(register: Registered, figures: &[Figure]) -> BTreeMap<String, Decimal> {
    let mut sums: BTreeMap<String, (Decimal, u64)> = BTreeMap::new();
    for figure in figures {
        if let Some((group, done)) =
            group(register, &figure.scope).zip(figure.completion.known())
        {
            let sum = sums.entry(group).or_default();
            *sum = (sum.0 + done, sum.1 + 1);
        }
    }
    sums.into_iter()
        .filter_map(|(group, (sum, count))| {
            Some((group, quotient(sum, Decimal::from(count))?))
        })
        .collect()
}
