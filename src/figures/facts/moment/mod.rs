//! The moment a figure is taken at: the days it covers and the cut-offs in force.

mod calendar;
mod cutoffs;
mod later;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

pub use crate::figures::facts::moment::calendar::calendar;
use crate::figures::facts::moment::calendar::whole;
pub use crate::figures::facts::moment::cutoffs::{
    Cutoffs, horizon, known_for, register_for, roll_on,
};
pub use crate::figures::facts::moment::later::{Bygone, Carried, Later, bygone};
use crate::figures::facts::moment::later::{carried, goes_on};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::Indicator;
use crate::model::value::date::{Days, Month};
use crate::model::value::period::Period;

/// The days an indicator covers up to a day, and the cut-offs in force for that day.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// From the start of the span to the end of the period.
    pub days: Days,
    /// The whole span that targets are set for.
    pub span: Days,
    /// Last days of submission.
    pub cutoffs: Cutoffs,
    /// What the plan does with facts that were submitted later.
    pub later: Later,
    /// What it does with those that are too late for the whole span.
    pub after: Later,
    /// What came too late for the span before and counts in this one.
    pub carried: Option<Carried>,
    /// The roll of the book that has the units as they were on the last day, as was known by the
    /// last cut-off.
    pub roll: usize,
    /// The last day of the units that are not in use any more at the end.
    ended: BTreeMap<Scope, NaiveDate>,
}

impl Moment {
    /// Returns the moment that ends with a period; `None` if its last day is outside the plan's
    /// span.
    pub fn of(
        book: &Book,
        plan: &Plan,
        indicator: &Indicator,
        period: &Period,
    ) -> Option<Moment> {
        let cutoffs = Cutoffs::of(book, plan, period);
        let is_settled = matches!(period, Period::Year(_));
        let moment = Moment::ending(plan, indicator, period.end(), cutoffs, is_settled)?;
        Some(moment.in_book(book, indicator))
    }

    /// Returns the moment that ends on a day, which may be the end of several periods: then it is
    /// that of the shortest with an edition. `None` if the day is outside the plan's span.
    pub fn on(
        book: &Book,
        plan: &Plan,
        indicator: &Indicator,
        end: NaiveDate,
    ) -> Option<Moment> {
        let cutoffs = Cutoffs::on(book, plan, end);
        let moment = Moment::ending(plan, indicator, end, cutoffs, false)?;
        Some(moment.in_book(book, indicator))
    }

    fn ending(
        plan: &Plan,
        indicator: &Indicator,
        end: NaiveDate,
        cutoffs: Cutoffs,
        is_settled: bool,
    ) -> Option<Moment> {
        if !plan.span.contains(end) {
            return None;
        }
        let span = whole(indicator, plan, end)?;
        let days = Days { start: span.start, end: end.min(span.end) };
        let rule = |days: Days| Later::of(plan, indicator, (days, span), is_settled);
        let (later, after) = (rule(days), rule(span));
        let is_over = days.start > days.end;
        let (carried, roll, ended) = (None, 0, BTreeMap::new());
        (!is_over).then_some(Moment {
            days,
            span,
            cutoffs,
            later,
            after,
            carried,
            roll,
            ended,
        })
    }

    /// Adds what a moment has from the records of a book.
    fn in_book(self, book: &Book, indicator: &Indicator) -> Moment {
        let carried = carried(book, indicator, self.span);
        let roll = book.roll(self.days.end, self.last_known());
        let register = book.registered_at(roll);
        let ended = register.units().iter().filter_map(|unit| {
            let last = register.life(unit).last_day()?;
            Some((Scope::Unit(unit.id.to_string()), last))
        });
        Moment { carried, roll, ended: ended.collect(), ..self }
    }

    /// Returns up to when a scope has to have reported: to the end, or to the last day of a unit.
    pub fn reports_until(&self, scope: &Scope) -> NaiveDate {
        self.ended.get(scope).copied().unwrap_or(self.days.end)
    }

    /// Returns the same days a year earlier, with the knowledge of this moment.
    pub fn year_before(&self) -> Moment {
        let earlier =
            |days: Days| Days { start: year_back(days.start), end: year_back(days.end) };
        let (days, span) = (earlier(self.days), earlier(self.span));
        Moment { days, span, carried: None, ..self.clone() }
    }

    /// Returns the same moment from an earlier day on.
    pub(in crate::figures) fn since(&self, start: NaiveDate) -> Moment {
        Moment { days: Days { start, ..self.days }, ..self.clone() }
    }

    /// Returns the same moment with what was known by a day.
    pub(in crate::figures) fn as_known_on(&self, day: NaiveDate) -> Moment {
        Moment { cutoffs: self.cutoffs.clone().until(day), ..self.clone() }
    }

    /// Returns the same moment as if whatever became known were in time.
    pub(in crate::figures) fn without_cutoffs(self) -> Moment {
        Moment { cutoffs: Cutoffs::default(), ..self }
    }

    /// Returns the last day up to which facts of its days may count in a plan.
    pub(in crate::figures) fn span_end(
        &self,
        plan: &Plan,
        indicator: &Indicator,
    ) -> NaiveDate {
        if goes_on(indicator.span) { plan.span.end } else { self.span.end }
    }

    /// Returns the last day whose knowledge of a kind of facts is in the figures: the cut-off, or the
    /// end of the period where there is none.
    pub fn known_by(&self, kind: FactKind) -> NaiveDate {
        self.cutoffs.last_day(kind).unwrap_or(self.days.end)
    }

    /// Returns the last day whose knowledge of anything is in the figures.
    pub fn last_known(&self) -> NaiveDate {
        self.cutoffs.last_known(self.days.end)
    }

    /// Returns whether what became known on a day is told in the edition of the moment's period:
    /// what came after that was issued is not.
    pub fn tells(&self, known: Option<NaiveDate>) -> bool {
        known.zip(self.cutoffs.issued()).is_none_or(|(known, issued)| known <= issued)
    }

    /// Returns whether the span and its elapsed part consist of whole months.
    pub fn is_whole_months(&self) -> bool {
        let first = |day: NaiveDate| Month::of(day).start() == day;
        let last = |day: NaiveDate| Month::of(day).end() == day;
        first(self.span.start) && last(self.span.end) && last(self.days.end)
    }

    /// Months from the start of the span to the end of the period, both counted.
    pub fn months_elapsed(&self) -> u32 {
        self.days.months()
    }

    /// Months of the span that are left after the period.
    pub fn months_left(&self) -> u32 {
        self.span.months() - self.days.months()
    }
}

/// Returns the same day a year earlier; the last day of a month becomes the last day.
fn year_back(day: NaiveDate) -> NaiveDate {
    let month = Month::of(day);
    let earlier = Month { year: month.year - 1, ..month };
    if day == month.end() {
        earlier.end()
    } else {
        day.with_year(earlier.year).unwrap_or(earlier.end())
    }
}
