//! Growth on the year before: from the same records a year earlier, or as a quoted total printed it (A05).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::derived::{Derived, DerivedInputs, Input, base, in_unit};
use crate::figures::exact::quotient;
use crate::figures::facts::fact::{Judgement, RecordAt};
use crate::figures::facts::ledger::{Sum, judge, sums};
use crate::figures::facts::moment::Moment;
use crate::figures::outcome::{Missing, Outcome, bounded};
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::{Indicator, SourceKind};
use crate::model::value::quantity::{Base, Denomination};

/// The role of a growth that its document printed.
const PRINTED: &str = "原文";

/// The growth of the base indicator for a scope.
pub(crate) fn derive(second: &DerivedInputs, scope: &Scope) -> Derived {
    let indicator = second.series.indicator;
    let now = second.input("本期", indicator.base.as_ref(), scope);
    let at = indicator.base.as_ref().and_then(|one| second.position(one));
    let found =
        at.and_then(|at| Some((&second.basis.series[at], second.found[at].as_ref()?)));
    let Some((series, figures)) = found else {
        return Derived { value: now.value.clone(), inputs: vec![now] };
    };
    let printed = quoted(second.basis.book, series, &figures.judgements, scope);
    if let Some(growth) = printed {
        let unit = Denomination { word: "%", base: Base::Share, power: -2 };
        let text = Input {
            role: PRINTED,
            name: "原文印的同比".to_owned(),
            figure: None,
            value: bounded(unit.of_base(growth)),
            unit,
            demo: now.demo,
        };
        return derived(indicator, vec![now, text]);
    }
    let before = second.before.get_or_init(|| YearBefore::of(series, &figures.moment));
    derived(indicator, vec![now, before.input(scope)])
}

fn derived(indicator: &Indicator, inputs: Vec<Input>) -> Derived {
    Derived { value: combined(indicator, &inputs), inputs }
}

/// The growth from this year's number and that of the year before, or as it was printed.
pub(crate) fn combined(indicator: &Indicator, inputs: &[Input]) -> Outcome {
    let [now, other] = inputs else { return Err(Missing::Overflow) };
    let growth = if other.role == PRINTED {
        base(other)?
    } else {
        growth(base(now)?, base(other)?)?
    };
    in_unit(growth, indicator)
}

/// Growth as a part of 1; none on a year that was zero or less.
pub fn growth(now: Decimal, before: Decimal) -> Outcome {
    if before > Decimal::ZERO {
        quotient(now - before, before).ok_or(Missing::Overflow)
    } else {
        Err(Missing::ZeroBase)
    }
}

/// The same days of the year before, by what is known at a moment.
#[derive(Debug)]
pub struct YearBefore<'a> {
    series: &'a Series<'a>,
    known: bool,
    sums: BTreeMap<Scope, Sum>,
}

impl<'a> YearBefore<'a> {
    /// Adds up the facts of the year before.
    pub fn of(series: &'a Series<'a>, moment: &Moment) -> YearBefore<'a> {
        let moment = moment.year_before();
        let known = series.facts.iter().any(|fact| moment.days.contains(fact.when));
        let sums = sums(&series.facts, &judge(&series.facts, &moment), &moment);
        YearBefore { series, known, sums }
    }

    /// What a scope had, as an input.
    pub fn input(&self, scope: &Scope) -> Input {
        let sum = self.sums.get(scope);
        Input {
            role: "上年同期",
            name: format!("{}上年同期", self.series.indicator.name),
            figure: None,
            value: if self.known {
                self.series.value(sum)
            } else {
                Err(Missing::NoYearBefore)
            },
            unit: self.series.indicator.unit,
            demo: sum.is_some_and(|sum| sum.demo),
        }
    }
}

/// The growth that the latest counted total of a scope was published with.
fn quoted(
    book: &Book,
    series: &Series,
    judgements: &[Judgement],
    scope: &Scope,
) -> Option<Decimal> {
    if series.indicator.source != SourceKind::Quoted {
        return None;
    }
    let facts = series.facts.iter().zip(judgements);
    let counted = facts.filter(|(fact, judgement)| {
        matches!(judgement, Judgement::Counts(_))
            && fact.credits.iter().any(|(credited, _)| credited == scope)
    });
    let latest = counted.max_by_key(|(fact, _)| fact.when)?.0;
    match latest.record {
        RecordAt::Total(file, at) => {
            book.reported[file].record.totals[at].growth.map(|growth| growth.0)
        }
        _ => None,
    }
}
