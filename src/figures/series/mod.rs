//! A series: an indicator with its facts, its rows, and their sums at the end of each month.

mod taken;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::audience::withheld::Withheld;
use crate::figures::facts::attribution::{ByRoll, Rows};
use crate::figures::facts::collected::Facts;
use crate::figures::facts::fact::{Fact, Judgement};
use crate::figures::facts::ledger::{Sum, judge, sums};
use crate::figures::facts::moment::{Moment, horizon};
use crate::figures::facts::reporting::Known;
use crate::figures::facts::reporting::bound::{Bound, leave_holes, miss};
use crate::figures::facts::reporting::quiet::Listening;
use crate::figures::facts::shared::Shared;
use crate::figures::facts::stages::base::Base;
use crate::figures::outcome::{Earlier, Missing, Outcome, bounded};
pub use crate::figures::series::taken::Rated;
use crate::figures::series::taken::{taken, taken_as_of};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::curve::Curve;
use crate::model::plan::indicator::{Indicator, MeasureKind, WhenSilent};
use crate::model::value::date::Month;
use crate::model::value::period::Period;

/// An indicator with its facts over time.
#[derive(Debug)]
pub struct Series<'a> {
    /// Plan that declares the indicator.
    pub plan: &'a Plan,
    /// Indicator.
    pub indicator: &'a Indicator,
    /// Rows that facts are credited to, by the units of the day.
    pub rows: ByRoll<Rows>,
    /// Every fact, in the order of the records.
    pub facts: Facts<'a>,
    /// Scopes whose numbers the audience does not get.
    pub(super) withheld: BTreeMap<Scope, Vec<Withheld>>,
    ends: BTreeMap<NaiveDate, BTreeMap<Scope, Sum>>,
    /// The units that have to report its totals.
    bound: Vec<Bound>,
    /// What was sent of the records that it counts.
    listening: Listening<'a>,
    /// Of a rate, the facts of its two numbers, where they are others than those of the indicators.
    pub(super) rated: Option<Rated<'a>>,
}

impl<'a> Series<'a> {
    /// Takes the facts of an indicator and adds them up at each month's end until a day;
    /// what became known after that day's last cut-off is not there.
    pub fn of(
        book: &'a Book,
        plan: &'a Plan,
        indicator: &'a Indicator,
        until: NaiveDate,
    ) -> Self {
        let (rows, mut facts) = taken(book, plan, indicator, None);
        let horizon = horizon(book, plan, until);
        facts.retain(|fact| fact.known.is_none_or(|day| day <= horizon));
        let mut series = Series::bare(book, (plan, indicator), rows, facts);
        let days = series.days(until);
        series.add_up(book, &days);
        series
    }

    /// Takes the facts of an indicator and adds them up only at the points of its curve.
    pub fn at_points(book: &'a Book, plan: &'a Plan, indicator: &'a Indicator) -> Self {
        let (rows, facts) = taken(book, plan, indicator, None);
        Series::bare(book, (plan, indicator), rows, facts).with_points(book)
    }

    /// Like `at_points`, but takes over the facts that it shares with another state of the book
    /// with the same rules.
    pub(super) fn beside(
        book: &'a Book,
        plan: &'a Plan,
        indicator: &'a Indicator,
        other: Option<&Series<'a>>,
        shared: &Shared,
    ) -> Self {
        let Some(other) = other else { return Series::at_points(book, plan, indicator) };
        let (rows, facts) = taken(book, plan, indicator, Some(&shared.first));
        let facts = shared.facts(facts, &other.facts);
        Series::bare(book, (plan, indicator), rows, facts).with_points(book)
    }

    fn with_points(mut self, book: &Book) -> Self {
        let points = self.curve().map(Curve::days).unwrap_or_default();
        let days: Vec<NaiveDate> = points.into_iter().map(|(day, _)| day).collect();
        self.add_up(book, &days);
        self
    }

    fn bare(
        book: &Book,
        (plan, indicator): (&'a Plan, &'a Indicator),
        rows: ByRoll<Rows>,
        facts: Vec<Fact<'a>>,
    ) -> Self {
        let bound = Bound::to(book, plan, indicator, &rows);
        let listening = Listening::to(book, plan, indicator);
        Series {
            plan,
            indicator,
            rows,
            facts: Facts::of(facts),
            withheld: BTreeMap::new(),
            ends: BTreeMap::new(),
            bound,
            listening,
            rated: None,
        }
    }

    /// Judges every fact at a moment; none counts at one of which nobody reported.
    pub fn judge(&self, moment: &Moment) -> Vec<Judgement> {
        self.judged(&self.facts, moment)
    }

    fn judged(&self, facts: &Facts, moment: &Moment) -> Vec<Judgement> {
        let mut judgements = judge(facts, moment);
        self.listening.hush(facts, &mut judgements, moment);
        judgements
    }

    /// Adds up the facts that count at a moment, with those of whom reports are missing.
    pub(super) fn sums(
        &self,
        judgements: &[Judgement],
        moment: &Moment,
    ) -> BTreeMap<Scope, Sum> {
        let mut sums = sums(&self.facts, judgements, moment);
        let judged = (&self.facts, judgements);
        miss(&mut sums, &self.bound, judged, moment);
        leave_holes(&mut sums, &self.bound, judged, moment);
        self.listening.silence(&mut sums, self.rows_at(moment), judgements, moment);
        sums
    }

    /// Adds up other facts of the indicator at a moment: those as of the day of a base.
    pub(super) fn sums_of(&self, facts: &Facts, moment: &Moment) -> BTreeMap<Scope, Sum> {
        let judgements = self.judged(facts, moment);
        let mut sums = sums(facts, &judgements, moment);
        self.listening.silence(&mut sums, self.rows_at(moment), &judgements, moment);
        sums
    }

    /// Takes the facts as of the day of a base; `None` if they are the same.
    pub(super) fn facts_as_of(&self, book: &'a Book, base: Base) -> Option<Facts<'a>> {
        taken_as_of(book, self.plan, self.indicator, (&self.facts, base))
    }

    fn add_up(&mut self, book: &Book, days: &[NaiveDate]) {
        for end in days {
            let at = self
                .moment_on(book, *end)
                .map(|moment| self.sums(&self.judge(&moment), &moment));
            self.ends.extend(at.map(|sums| (*end, sums)));
        }
    }

    /// Returns the days for which values are computed: month ends and the points of the curve.
    fn days(&self, until: NaiveDate) -> Vec<NaiveDate> {
        let span = self.plan.span;
        let last = until.min(span.end);
        let first = Month::of(span.start);
        let count = Month::of(last).since(first) + 1;
        let mut days: Vec<_> = (0..count.max(0)).map(|at| first.plus(at).end()).collect();
        let points = self.curve().map(Curve::days).unwrap_or_default();
        days.extend(points.into_iter().map(|(day, _)| day));
        days.push(until);
        days.retain(|day| span.contains(*day) && *day <= until);
        days.sort();
        days.dedup();
        days
    }

    /// Returns the curve of the indicator.
    pub fn curve(&self) -> Option<&'a Curve> {
        let id = self.indicator.curve.as_ref()?;
        self.plan.curves.iter().find(|curve| curve.id == *id)
    }

    /// Returns the rows of a moment.
    pub fn rows_at(&self, moment: &Moment) -> &Rows {
        self.rows.at(moment.roll)
    }

    /// Returns all scopes that have figures at some moment, in the order of listings.
    pub fn scopes(&self) -> impl Iterator<Item = &Scope> {
        let mut seen = BTreeSet::new();
        let scopes = self.rows.iter().flat_map(Rows::scopes);
        scopes.filter(move |scope| seen.insert(*scope))
    }

    /// Returns the moment of the indicator for a period.
    pub fn moment(&self, book: &Book, period: &Period) -> Option<Moment> {
        Moment::of(book, self.plan, self.indicator, period)
    }

    /// Returns the moment of the indicator that ends on a day.
    pub fn moment_on(&self, book: &Book, end: NaiveDate) -> Option<Moment> {
        Moment::on(book, self.plan, self.indicator, end)
    }

    /// Returns the value of a scope on a day, in the indicator's unit, as known then.
    pub(super) fn value_on(&self, end: NaiveDate, scope: &Scope) -> Option<Outcome> {
        let sums = self.ends.get(&end)?;
        Some(self.value(scope, sums.get(scope)))
    }

    /// Like `value_on`, but as the audience gets it.
    pub fn shown_on(&self, end: NaiveDate, scope: &Scope) -> Option<Outcome> {
        match self.withheld(scope, end) {
            Some(withheld) => Some(Err(withheld.reason.clone())),
            None => self.value_on(end, scope),
        }
    }

    /// Returns why the audience does not get the number of a scope on a day; `None` if it does.
    pub fn withheld(&self, scope: &Scope, day: NaiveDate) -> Option<&Withheld> {
        self.withheld.get(scope)?.iter().find(|withheld| withheld.holds_on(day))
    }

    /// Returns the days for which values were computed.
    pub fn ends(&self) -> impl Iterator<Item = NaiveDate> {
        self.ends.keys().copied()
    }

    /// Returns the sum of a scope in the indicator's unit. Without facts it is zero, but unknown for
    /// reported totals and where nobody reported.
    pub fn value(&self, scope: &Scope, sum: Option<&Sum>) -> Outcome {
        let is_reported = self.indicator.measure == MeasureKind::Reported;
        if is_reported {
            self.is_stated(scope, sum)?;
        }
        if is_reported || sum.is_some_and(|sum| !sum.lacks().is_empty()) {
            self.reported(sum)?;
        }
        self.in_unit(sum.map_or(Decimal::ZERO, |sum| sum.amount))
    }

    /// Returns that the number of a whole is none of its parts', where those do not add up.
    fn is_stated(&self, scope: &Scope, sum: Option<&Sum>) -> Result<(), Missing> {
        let base = self.indicator.unit.base;
        let is_part = matches!(scope, Scope::Unit(_) | Scope::UnitInSector(..));
        let is_own = sum.is_some_and(|sum| sum.is_own);
        if base.adds() || is_part || is_own {
            Ok(())
        } else {
            Err(Missing::NotAdded(base))
        }
    }

    /// Returns why a sum of what was reported is not known, if it is not.
    fn reported(&self, sum: Option<&Sum>) -> Result<(), Missing> {
        let Some(sum) = sum else { return Err(Missing::NotReported) };
        let no_sum = self.indicator.when_silent == Some(WhenSilent::NoSum);
        match sum.known_until() {
            Known::Now if no_sum && !sum.lacks().is_empty() => Err(Missing::PartSilent),
            Known::Now => Ok(()),
            Known::Never => Err(Missing::NotReported),
            Known::Until(day, amount) => Err(Missing::Since(Box::new(Earlier {
                day,
                year: self.indicator.span.is_of_years(),
                value: self.in_unit(amount)?,
                places: self.indicator.places(),
                unit: self.indicator.unit.word,
                source: self.indicator.source,
            }))),
        }
    }

    fn in_unit(&self, amount: Decimal) -> Outcome {
        bounded(self.indicator.unit.of_base(amount).map(|value| value.normalize()))
    }
}
