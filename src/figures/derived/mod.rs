//! Derived values: worked out from figures that are finished, as a second pass.

pub mod growth;

use std::cell::OnceCell;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::derived::growth::YearBefore;
use crate::figures::exact::quotient;
use crate::figures::outcome::{Missing, Outcome, bounded};
use crate::figures::series::Series;
use crate::figures::{Basis, IndicatorFigures};
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::record::registry::{Statistic, StatisticKind};
use crate::model::value::quantity::Denomination;
use crate::model::value::reference::IndicatorRef;

/// A number that a derived value is worked out from.
#[derive(Clone, Debug)]
pub struct Input {
    /// What it is to the value: 分子, 分母, 上年同期 …
    pub role: &'static str,
    /// What it is called.
    pub name: String,
    /// Id of its figure; none where it is no figure of this period.
    pub figure: Option<String>,
    /// The number in its unit.
    pub value: Outcome,
    /// Unit.
    pub unit: Denomination,
    /// Whether a contributing record is invented.
    pub demo: bool,
}

/// A derived value with what it was worked out from.
#[derive(Clone, Debug)]
pub struct Derived {
    /// Value in the indicator's unit.
    pub value: Outcome,
    /// What it was worked out from.
    pub inputs: Vec<Input>,
}

/// What derived values are worked out in.
#[derive(Clone, Copy)]
pub(crate) struct DerivedInputs<'a> {
    pub(super) basis: &'a Basis<'a>,
    /// Figures that are finished, by series.
    pub(super) found: &'a [Option<IndicatorFigures>],
    /// Series of the derived indicator.
    pub(super) series: &'a Series<'a>,
    /// Last day of the period.
    pub(super) end: NaiveDate,
    /// The year before of what growth is worked out from, added up when it is first asked for.
    pub(super) before: &'a OnceCell<YearBefore<'a>>,
}

/// The value of a derived indicator from what it is worked out from.
pub fn combined(indicator: &Indicator, inputs: &[Input]) -> Outcome {
    match indicator.measure {
        MeasureKind::Difference => difference(inputs, indicator),
        MeasureKind::Growth => growth::combined(indicator, inputs),
        _ => ratio(inputs, indicator),
    }
}

/// The indicators that a derived one is worked out from.
pub fn sources(indicator: &Indicator) -> Vec<&IndicatorRef> {
    let Indicator { base, minus, numerator, denominator, .. } = indicator;
    let named: &[&Option<IndicatorRef>] = match indicator.measure {
        MeasureKind::Ratio => &[numerator, denominator],
        MeasureKind::Difference => &[base, minus],
        kind if kind.is_derived() => &[base],
        _ => &[],
    };
    named.iter().filter_map(|one| one.as_ref()).collect()
}

impl DerivedInputs<'_> {
    /// The value of the indicator for a scope.
    pub(super) fn derive(&self, scope: &Scope) -> Derived {
        let indicator = self.series.indicator;
        let first = |role, reference: &Option<IndicatorRef>, scope: &Scope| {
            self.input(role, reference.as_ref(), scope)
        };
        let inputs = match indicator.measure {
            MeasureKind::Ratio => vec![
                first("分子", &indicator.numerator, scope),
                first("分母", &indicator.denominator, scope),
            ],
            MeasureKind::ShareOfWhole => vec![
                first("分子", &indicator.base, scope),
                first("分母", &indicator.base, &Scope::All),
            ],
            MeasureKind::Difference => vec![
                first("被减数", &indicator.base, scope),
                first("减数", &indicator.minus, scope),
            ],
            MeasureKind::PerHead => vec![
                first("分子", &indicator.base, scope),
                self.statistic(StatisticKind::Population, scope),
            ],
            MeasureKind::PerArea => vec![
                first("分子", &indicator.base, scope),
                self.statistic(StatisticKind::Area, scope),
            ],
            _ => return growth::derive(self, scope),
        };
        Derived { value: combined(indicator, &inputs), inputs }
    }

    /// The series that a reference of the indicator names: of its own plan before others.
    pub(super) fn position(&self, reference: &IndicatorRef) -> Option<usize> {
        position(self.basis, self.series, reference)
    }

    /// The figure of an indicator for a scope, as an input.
    pub(super) fn input(
        &self,
        role: &'static str,
        reference: Option<&IndicatorRef>,
        scope: &Scope,
    ) -> Input {
        let name = reference.map_or("指标", |one| one.as_str()).to_owned();
        let at = reference.and_then(|one| self.position(one));
        let figure = at.and_then(|at| self.found[at].as_ref()?.figure(scope));
        let unit = at.map_or(self.series.indicator.unit, |at| {
            self.basis.series[at].indicator.unit
        });
        let missing = || Err(Missing::NoInput(name.clone()));
        Input {
            role,
            figure: figure.map(|figure| figure.id.clone()),
            value: figure.map_or_else(missing, |figure| figure.value.clone()),
            unit,
            demo: figure.is_some_and(|figure| figure.demo),
            name,
        }
    }

    /// The population or the area of a scope in the latest year that is not after the period's.
    fn statistic(&self, kind: StatisticKind, scope: &Scope) -> Input {
        let book = self.basis.book;
        let own = |one: &&Statistic| {
            one.kind == kind
                && one.year.0 as i32 <= self.end.year()
                && book.scope_called(one.scope.as_str()).as_ref() == Some(scope)
        };
        let found = book.registry.record.statistics.iter().filter(own);
        let found = found.max_by_key(|one| one.year);
        let name = found.map_or(kind.label().to_owned(), |one| {
            format!("{}年{}（{}）", one.year.0, kind.label(), one.source)
        });
        Input {
            role: "分母",
            figure: None,
            value: found
                .map_or(Err(Missing::NoStatistic(kind.label().to_owned())), |one| {
                    Ok(one.value.number())
                }),
            unit: found.map_or(self.series.indicator.unit, |one| one.value.unit),
            demo: found.is_some_and(|one| one.demo.is_some_and(|flag| flag.0)),
            name,
        }
    }
}

/// The series that a reference names, seen from another series.
pub(super) fn position(
    basis: &Basis,
    from: &Series,
    reference: &IndicatorRef,
) -> Option<usize> {
    let named = |series: &Series| series.indicator.is_called(reference.as_str());
    let own = |series: &Series| named(series) && series.plan.id == from.plan.id;
    let beside =
        |series: &Series| named(series) && series.plan.span.overlaps(from.plan.span);
    let series = &basis.series;
    let nearest = series.iter().position(own).or_else(|| series.iter().position(beside));
    nearest.or_else(|| series.iter().position(named))
}

/// An input's number in the base of its unit.
pub(super) fn base(input: &Input) -> Outcome {
    bounded(input.unit.to_base(input.value.clone()?))
}

/// The first over the second, in the indicator's unit.
fn ratio(inputs: &[Input], indicator: &Indicator) -> Outcome {
    let [above, below] = inputs else { return Err(Missing::Overflow) };
    let (numerator, denominator) = (base(above)?, base(below)?);
    if denominator.is_zero() {
        return Err(Missing::ZeroDenominator(below.name.clone()));
    }
    let ratio = quotient(numerator, denominator).ok_or(Missing::Overflow)?;
    in_unit(ratio, indicator)
}

fn difference(inputs: &[Input], indicator: &Indicator) -> Outcome {
    let [from, less] = inputs else { return Err(Missing::Overflow) };
    in_unit(base(from)? - base(less)?, indicator)
}

/// A number of the base in an indicator's unit.
pub(super) fn in_unit(number: Decimal, indicator: &Indicator) -> Outcome {
    bounded(indicator.unit.of_base(number).map(|value| value.normalize()))
}
