//! The moment a figure is taken at: the days it covers and the cut-offs in force.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, NaiveDate};

use crate::model::book::Book;
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::date::{Days, Month};
use crate::model::value::period::Period;

/// The days an indicator covers up to a day, and the cut-offs in force for that day.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// From the start of the span to the end of the period.
    pub days: Days,
    /// The whole span that targets are set for.
    pub span: Days,
    /// Last day of submission by kind of fact; a kind without one has no cut-off.
    pub cutoffs: BTreeMap<FactKind, NaiveDate>,
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
        let cutoffs = cutoffs(book, plan, period);
        Moment::ending(plan, indicator, period.end(), cutoffs)
    }

    /// Returns the moment that ends on a day, which may be the end of several periods: then it is
    /// that of the shortest with an edition. `None` if the day is outside the plan's span.
    pub fn on(
        book: &Book,
        plan: &Plan,
        indicator: &Indicator,
        end: NaiveDate,
    ) -> Option<Moment> {
        Moment::ending(plan, indicator, end, cutoffs_on(book, plan, end))
    }

    fn ending(
        plan: &Plan,
        indicator: &Indicator,
        end: NaiveDate,
        cutoffs: BTreeMap<FactKind, NaiveDate>,
    ) -> Option<Moment> {
        if !plan.span.contains(end) {
            return None;
        }
        let span = whole(indicator, plan, end)?;
        let days = Days { start: span.start, end: end.min(span.end) };
        (days.start <= days.end).then_some(Moment { days, span, cutoffs })
    }

    /// Returns the same days a year earlier, with the knowledge of this moment.
    pub fn year_before(&self) -> Moment {
        let earlier =
            |days: Days| Days { start: year_back(days.start), end: year_back(days.end) };
        Moment { days: earlier(self.days), span: earlier(self.span), ..self.clone() }
    }

    /// Returns the last day whose knowledge of a kind of facts is in the figures: the cut-off, or the
    /// end of the period where there is none.
    pub fn known_by(&self, kind: FactKind) -> NaiveDate {
        self.cutoffs.get(&kind).copied().unwrap_or(self.days.end)
    }

    /// Returns the last day whose knowledge of anything is in the figures.
    pub fn last_known(&self) -> NaiveDate {
        self.cutoffs.values().copied().fold(self.days.end, NaiveDate::max)
    }

    /// Returns whether a fact was submitted in time; without a day of submission it was.
    pub fn in_time(&self, kind: FactKind, submitted: Option<NaiveDate>) -> bool {
        match (submitted, self.cutoffs.get(&kind)) {
            (Some(day), Some(cutoff)) => day <= *cutoff,
            _ => true,
        }
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

/// No record is older, so that sums over all years start here.
const FIRST_DAY: NaiveDate =
    NaiveDate::from_ymd_opt(1949, 10, 1).expect("the day is in the calendar");

/// Returns the indicator's span that contains a day; `None` for an undeclared campaign.
fn whole(indicator: &Indicator, plan: &Plan, end: NaiveDate) -> Option<Days> {
    Some(match indicator.span {
        SpanKind::Plan => plan.span,
        SpanKind::Fixed => indicator.days.unwrap_or(plan.span),
        SpanKind::Campaign => {
            let mut campaigns = plan.campaigns.iter();
            let id = indicator.campaign.as_ref();
            campaigns.find(|campaign| Some(&campaign.id) == id)?.counting
        }
        SpanKind::Month | SpanKind::Quarter | SpanKind::Year | SpanKind::Week => {
            let days = calendar(indicator.span, end);
            Days {
                start: days.start.max(plan.span.start),
                end: days.end.min(plan.span.end),
            }
        }
        _ => calendar(indicator.span, end),
    })
}

/// Returns the days of a calendar span that contains a day, or ends with it.
pub fn calendar(kind: SpanKind, end: NaiveDate) -> Days {
    let month = Month::of(end);
    let months = |first: Month, count: i32| Days {
        start: first.start(),
        end: first.plus(count - 1).end(),
    };
    let of_year = |first: u32, back: i32| Month { year: end.year() - back, month: first };
    match kind {
        SpanKind::Week => {
            let monday =
                end - Duration::days(end.weekday().num_days_from_monday().into());
            Days { start: monday, end: monday + Duration::days(6) }
        }
        SpanKind::Month => months(month, 1),
        SpanKind::Quarter => months(of_year((month.month - 1) / 3 * 3 + 1, 0), 3),
        SpanKind::ThreeYears => months(of_year(1, 2), 36),
        SpanKind::ThirtySixMonths => months(month.plus(-35), 36),
        SpanKind::Ever => Days { start: FIRST_DAY, end },
        SpanKind::Year | SpanKind::Plan | SpanKind::Campaign | SpanKind::Fixed => {
            months(of_year(1, 0), 12)
        }
    }
}

/// Returns the cut-offs for a period: the plan's, unless its own edition has others.
pub fn cutoffs(
    book: &Book,
    plan: &Plan,
    period: &Period,
) -> BTreeMap<FactKind, NaiveDate> {
    let edition = book.edition(period).map(|edition| &edition.record.card);
    declared(plan, period.end(), edition)
}

/// Returns the cut-offs for a day: those of the shortest period with an edition that ends on it.
fn cutoffs_on(
    book: &Book,
    plan: &Plan,
    end: NaiveDate,
) -> BTreeMap<FactKind, NaiveDate> {
    let editions = book.editions.iter().map(|edition| &edition.record.card);
    let ending = editions.filter(|card| card.period.end() == end);
    let shortest = ending.max_by_key(|card| card.period.days().start);
    declared(plan, end, shortest)
}

/// Returns the last cut-off of any edition that ends by a day, or would end on it; `None` where
/// nothing has one.
pub fn last_cutoff(book: &Book, plan: &Plan, until: NaiveDate) -> Option<NaiveDate> {
    let editions = book.editions.iter().map(|edition| &edition.record.card);
    let ended = editions.filter(|card| card.period.end() <= until);
    let own = ended.flat_map(|card| card.cutoffs.iter().map(|cutoff| cutoff.date));
    declared(plan, until, None).into_values().chain(own).max()
}

fn declared(
    plan: &Plan,
    end: NaiveDate,
    card: Option<&EditionCard>,
) -> BTreeMap<FactKind, NaiveDate> {
    let usual = plan.cutoffs.iter();
    let mut cutoffs: BTreeMap<FactKind, NaiveDate> =
        usual.map(|cutoff| (cutoff.kind, cutoff.day.for_end(end))).collect();
    let own = card.into_iter().flat_map(|card| &card.cutoffs);
    cutoffs.extend(own.map(|cutoff| (cutoff.kind, cutoff.date)));
    cutoffs
}
