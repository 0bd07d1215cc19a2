//! The basis of all figures: every indicator's facts, and who the figures are for.

use chrono::NaiveDate;

use crate::figures::audience::Audience;
use crate::figures::facts::shared::Shared;
use crate::figures::facts::stages::base::Base;
use crate::figures::series::{Rated, Series};
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::value::reference::IndicatorRef;

/// The facts of a book, ready to be added up for any period until a day.
#[derive(Debug)]
pub struct Basis<'a> {
    /// Book.
    pub book: &'a Book,
    /// Who the figures are for.
    pub audience: Audience<'a>,
    /// Every indicator's series, in the order of the plans.
    pub series: Vec<Series<'a>>,
}

impl<'a> Basis<'a> {
    /// Takes the facts of every indicator that a plan of the book declares, for those who may
    /// see everything.
    pub fn of(book: &'a Book, until: NaiveDate) -> Basis<'a> {
        Basis::with(book, |plan, indicator| Series::of(book, plan, indicator, until))
    }

    /// Like [`Basis::of`], but without values for each month: enough for figures, not for their
    /// history.
    pub fn at_points(book: &'a Book) -> Basis<'a> {
        Basis::with(book, |plan, indicator| Series::at_points(book, plan, indicator))
    }

    /// Like `at_points`, but takes over the facts that it shares with another state of the book
    /// with the same rules.
    pub fn beside(book: &'a Book, other: &Basis<'a>, shared: &Shared) -> Basis<'a> {
        let mut others = other.series.iter();
        Basis::with(book, |plan, indicator| {
            Series::beside(book, plan, indicator, others.next(), shared)
        })
    }

    /// Like [`Basis::of`], but for an audience. Sums are over the whole book for every audience.
    pub fn for_audience(
        audience: Audience<'a>,
        book: &'a Book,
        until: NaiveDate,
    ) -> Basis<'a> {
        Basis::of(book, until).shown_to(audience)
    }

    /// The same facts, of which an audience gets what it may have.
    pub fn shown_to(mut self, audience: Audience<'a>) -> Basis<'a> {
        self.audience = audience;
        for series in &mut self.series {
            series.withheld = audience.withheld(self.book, series);
        }
        self
    }

    fn with(
        book: &'a Book,
        mut series: impl FnMut(&'a Plan, &'a Indicator) -> Series<'a>,
    ) -> Basis<'a> {
        let series = book
            .plans
            .iter()
            .map(|filed| &filed.record)
            .flat_map(|plan| {
                plan.indicators.iter().map(move |indicator| (plan, indicator))
            })
            .map(|(plan, indicator)| series(plan, indicator))
            .collect();
        Basis { book, audience: Audience::everything(book), series }.with_rates()
    }

    /// Takes the numbers of rates as of the day of their base.
    fn with_rates(mut self) -> Basis<'a> {
        let rated = |series: &Series<'a>| self.rated(series);
        let rated: Vec<_> = self.series.iter().map(rated).collect();
        for (series, rated) in self.series.iter_mut().zip(rated) {
            series.rated = rated;
        }
        self
    }

    fn rated(&self, series: &Series<'a>) -> Option<Rated<'a>> {
        let Indicator { numerator, denominator, .. } = series.indicator;
        let number = |reference: &Option<IndicatorRef>| {
            Some(&self.series[self.position(series, reference.as_ref()?)?])
        };
        let (above, below) = (number(numerator)?, number(denominator)?);
        let base = Base::of_rate(below.plan, above.indicator, below.indicator)?;
        let facts = [above, below].map(|number| number.facts_as_of(self.book, base));
        facts.iter().any(Option::is_some).then_some(Rated { base, facts })
    }

    /// Returns the position of the series that a reference of another series names: one of its own
    /// plan first, then one of a plan whose time overlaps, then any.
    pub fn position(&self, from: &Series, reference: &IndicatorRef) -> Option<usize> {
        let named = |series: &Series| series.indicator.is_called(reference.as_str());
        let position = |test: &dyn Fn(&Series) -> bool| {
            self.series.iter().position(|series| named(series) && test(series))
        };
        position(&|series| series.plan.id == from.plan.id)
            .or_else(|| position(&|series| series.plan.span.overlaps(from.plan.span)))
            .or_else(|| position(&|_| true))
    }
}
