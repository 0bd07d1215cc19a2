//! The basis of all figures: every indicator's facts, and who the figures are for.

use chrono::NaiveDate;

use crate::figures::audience::Audience;
use crate::figures::facts::shared::Shared;
use crate::figures::series::Series;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;

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
        Basis { book, audience: Audience::everything(book), series }
    }
}
