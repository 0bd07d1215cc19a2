//! The sources of derived values: the finished figures of a period, and the registry.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::figures::basis::Basis;
use crate::figures::derived::input::Input;
use crate::figures::derived::year_before::YearBefore;
use crate::figures::facts::ledger::Sum;
use crate::figures::indicator::IndicatorFigures;
use crate::figures::outcome::Missing;
use crate::figures::series::Series;
use crate::model::book::scope::Scope;
use crate::model::record::registry::{Statistic, StatisticKind};
use crate::model::value::reference::IndicatorRef;

/// The sums of numerator and denominator as of the day of the base; `None` where they are those of
/// the indicator.
pub type Rates = [Option<BTreeMap<Scope, Sum>>; 2];

/// The sources of a derived indicator's values.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// Facts of the book.
    pub basis: &'a Basis<'a>,
    /// Figures that are finished, by series.
    pub finished: &'a [Option<IndicatorFigures>],
    /// Series of the derived indicator.
    pub series: &'a Series<'a>,
    /// Last day of the period.
    pub end: NaiveDate,
    /// Last day of which anything is known.
    pub known: NaiveDate,
    /// The year before of the indicator whose growth is computed; added up when first needed.
    pub year_before: &'a OnceCell<YearBefore<'a>>,
    /// The two numbers of a rate as of the day of its base; added up when first needed.
    pub rates: &'a OnceCell<Rates>,
}

impl<'a> Sources<'a> {
    /// Returns the figures of an indicator that the derived one names, with its series.
    pub(super) fn finished(
        &self,
        reference: &IndicatorRef,
    ) -> Option<(&'a Series<'a>, &'a IndicatorFigures)> {
        let at = self.basis.position(self.series, reference)?;
        Some((&self.basis.series[at], self.finished[at].as_ref()?))
    }

    /// Returns the figure of an indicator for a scope, as an input.
    pub(super) fn input(
        &self,
        role: &'static str,
        reference: &Option<IndicatorRef>,
        scope: &Scope,
    ) -> Input {
        let reference = reference.as_ref();
        let name = reference.map_or("指标", |reference| reference.as_str()).to_owned();
        let at =
            reference.and_then(|reference| self.basis.position(self.series, reference));
        let figure = at.and_then(|at| self.finished[at].as_ref()?.figure(scope));
        let series = at.map_or(self.series, |at| &self.basis.series[at]);
        Input {
            role,
            figure: figure.map(|figure| figure.id.clone()),
            value: match figure.map(|figure| &figure.value) {
                // What was known at an earlier day is told with its own indicator.
                None | Some(Err(Missing::Since(_))) => {
                    Err(Missing::NoInput(name.clone()))
                }
                Some(value) => value.clone(),
            },
            unit: series.indicator.unit,
            demo: figure.is_some_and(|figure| figure.demo),
            lacks: figure.map(|figure| figure.lacks.clone()).unwrap_or_default(),
            is_own: true,
            name,
        }
    }

    /// Returns the population or the area of a scope in the latest year that is not after the
    /// period's.
    pub(super) fn statistic(&self, kind: StatisticKind, scope: &Scope) -> Input {
        let Some(statistic) = self.latest(kind, scope) else {
            return Input {
                role: "分母",
                name: kind.label().to_owned(),
                figure: None,
                value: Err(Missing::NoStatistic(kind.label().to_owned())),
                unit: self.series.indicator.unit,
                demo: false,
                lacks: Vec::new(),
                is_own: true,
            };
        };
        let (year, source) = (statistic.year.0, &statistic.source);
        Input {
            role: "分母",
            name: format!("{year}年{}（{source}）", kind.label()),
            figure: None,
            value: Ok(statistic.value.number()),
            unit: statistic.value.unit,
            demo: statistic.demo.is_some_and(|flag| flag.0),
            lacks: Vec::new(),
            is_own: true,
        }
    }

    fn latest(&self, kind: StatisticKind, scope: &Scope) -> Option<&'a Statistic> {
        let book = self.basis.book;
        let statistics = book.registry.record.statistics.iter();
        statistics
            .filter(|statistic| {
                statistic.kind == kind
                    && statistic.year.0 as i32 <= self.end.year()
                    && statistic.published.is_none_or(|day| day <= self.known)
                    && book.scope_called(statistic.scope.as_str()).as_ref() == Some(scope)
            })
            .max_by_key(|statistic| statistic.year)
    }
}
