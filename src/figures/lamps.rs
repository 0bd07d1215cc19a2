//! Lamps: which declared state a figure is in, by its own numbers, against its group, and month after month.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::derived::base;
use crate::figures::derived::growth::{YearBefore, growth};
use crate::figures::exact::{percent, quotient, round};
use crate::figures::facts::moment::Moment;
use crate::figures::figure::{Figure, lamp_set};
use crate::figures::outcome::Known;
use crate::figures::series::Series;
use crate::figures::{Basis, IndicatorFigures};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::lamp::{Lamp, LampBasis, LampSet, LampTest};
use crate::model::value::date::Month;

/// The figures of the month before, which are worked out once a lamp asks for them.
pub(super) struct MonthBefore<'b, 'a> {
    basis: &'b Basis<'a>,
    end: NaiveDate,
    found: OnceCell<Vec<Option<IndicatorFigures>>>,
}

impl<'b, 'a> MonthBefore<'b, 'a> {
    /// The month before the one that holds a day.
    pub(super) fn of(basis: &'b Basis<'a>, day: NaiveDate) -> Self {
        let end = Month::of(day).plus(-1).end();
        MonthBefore { basis, end, found: OnceCell::new() }
    }

    /// The figure of a series for a scope.
    fn figure(&self, series: usize, scope: &Scope) -> Option<&Figure> {
        let found = self.found.get_or_init(|| self.basis.indicators(self.end));
        found[series].as_ref()?.figure(scope)
    }
}

/// Gives each figure its lamp.
pub(super) fn light(
    book: &Book,
    series: &Series,
    before: &MonthBefore,
    found: &mut IndicatorFigures,
) {
    let Some(set) = lamp_set(series) else { return };
    let numbers = Numbers::of(book, series, found);
    if let Some(test) = &set.each {
        let run = |figure: &Figure| {
            let number = numbers.of_figure(figure, test.basis)?;
            let before = || before.figure(found.series, &figure.scope)?.run;
            let holds = test.condition.contains(number);
            Some(if holds { 1 + before().unwrap_or(0) } else { 0 })
        };
        let runs: Vec<Option<u32>> = found.figures.iter().map(run).collect();
        for (figure, run) in found.figures.iter_mut().zip(runs) {
            figure.run = run;
        }
    }
    let lamps: Vec<Option<Lamp>> = found
        .figures
        .iter()
        .map(|figure| lit(set, &|basis| numbers.of_figure(figure, basis)))
        .collect();
    for (figure, lamp) in found.figures.iter_mut().zip(lamps) {
        figure.lamp = lamp;
    }
}

/// The first lamp of a set that the numbers light.
pub(super) fn lit(
    set: &LampSet,
    number: &dyn Fn(LampBasis) -> Option<Decimal>,
) -> Option<Lamp> {
    let holds = |test: &LampTest| {
        number(test.basis).is_some_and(|one| test.condition.contains(one))
    };
    let fits = |lamp: &&Lamp| {
        let own = LampTest { basis: set.basis, condition: lamp.condition.clone() };
        // Without bounds of its own, a lamp goes by its further conditions alone.
        let free = !lamp.also.is_empty() && !lamp.condition.is_bounded();
        ((free || holds(&own)) && lamp.also.iter().all(holds))
            || lamp.or.iter().any(|case| case.all.iter().all(holds))
    };
    set.lamps.iter().find(fits).cloned()
}

/// A rank counted from the last, among the ranks of all.
pub(super) fn from_last(rank: u32, all: impl Iterator<Item = u32>) -> Decimal {
    Decimal::from(1 + all.filter(|other| *other > rank).count() as u64)
}

/// The numbers that lamps look at.
struct Numbers<'a> {
    book: &'a Book,
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
        found: &IndicatorFigures,
    ) -> Numbers<'a> {
        let mut ranks: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let standings = found.figures.iter().filter_map(|one| one.ranked.as_ref());
        for standing in standings {
            ranks.entry(standing.group.clone()).or_default().extend(standing.rank);
        }
        Numbers {
            book,
            series,
            means: means(book, &found.figures),
            ranks,
            moment: found.moment.clone(),
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
                let standing = figure.ranked.as_ref()?;
                let all = self.ranks.get(&standing.group)?.iter().copied();
                Some(from_last(standing.rank?, all))
            }
            LampBasis::AboveMean => {
                let mean = *self.means.get(&group(self.book, &figure.scope)?)?;
                let done = figure.completion.known()?;
                Some(percent(done, places) - percent(mean, places))
            }
            // Scores light their own lamps, unit by unit.
            LampBasis::Score => None,
            LampBasis::Growth => {
                let before = self
                    .year_before
                    .get_or_init(|| YearBefore::of(self.series, &self.moment));
                let before = base(&before.input(&figure.scope)).ok()?;
                let now = indicator.unit.to_base(figure.value.known()?)?;
                let share = growth(now, before).ok()?;
                Some(round(share * Decimal::ONE_HUNDRED, places))
            }
        }
    }
}

/// The group of a unit's scope.
fn group(book: &Book, scope: &Scope) -> Option<String> {
    let Scope::Unit(id) = scope else { return None };
    book.group(&book.unit_called(id)?.group).map(|group| group.id.to_string())
}

/// The mean completion of the units of each group that have one.
fn means(book: &Book, figures: &[Figure]) -> BTreeMap<String, Decimal> {
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
    sums.into_iter().filter_map(|(group, sum)| Some((group, mean(sum)?))).collect()
}
