//! The year before, and the growth on it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::figures::derived::input::Input;
use crate::figures::exact::quotient;
use crate::figures::facts::ledger::Sum;
use crate::figures::facts::moment::Moment;
use crate::figures::outcome::{Missing, Outcome};
use crate::figures::series::Series;
use crate::model::book::scope::Scope;

/// The same days of the year before, as known at a moment.
#[derive(Debug)]
pub struct YearBefore<'a> {
    series: &'a Series<'a>,
    has_facts: bool,
    sums: BTreeMap<Scope, Sum>,
}

impl<'a> YearBefore<'a> {
    /// Adds up the facts of the year before.
    pub fn of(series: &'a Series<'a>, moment: &Moment) -> YearBefore<'a> {
        let moment = moment.year_before();
        let has_facts = series.facts.iter().any(|fact| moment.days.contains(fact.when));
        let sums = series.sums(&series.judge(&moment), &moment);
        YearBefore { series, has_facts, sums }
    }

    /// Returns the number of a scope, as an input.
    pub fn input(&self, scope: &Scope) -> Input {
        let sum = self.sums.get(scope);
        Input {
            role: "上年同期",
            name: format!("{}上年同期", self.series.indicator.name),
            figure: None,
            value: if self.has_facts {
                self.series.value(scope, sum)
            } else {
                Err(Missing::NoYearBefore)
            },
            unit: self.series.indicator.unit,
            demo: sum.is_some_and(|sum| sum.demo),
            lacks: sum.map(Sum::lacks).unwrap_or_default(),
            is_own: true,
        }
    }
}

/// Returns the growth as a part of 1; there is none if the year before was zero or less.
pub fn growth(now: Decimal, before: Decimal) -> Outcome {
    if before > Decimal::ZERO {
        quotient(now - before, before).ok_or(Missing::Overflow)
    } else {
        Err(Missing::ZeroBase)
    }
}
