//! The days of an indicator's span by the calendar.

use chrono::{Datelike, Duration, NaiveDate};

use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::date::{Days, Month};
use crate::model::value::period::Period;

/// No record is older, so that sums over all years start here.
const FIRST_DAY: NaiveDate =
    NaiveDate::from_ymd_opt(1949, 10, 1).expect("the day is in the calendar");

/// Returns the indicator's span that contains a day; `None` for an undeclared campaign.
pub(super) fn whole(indicator: &Indicator, plan: &Plan, end: NaiveDate) -> Option<Days> {
    Some(match indicator.span {
        SpanKind::Plan => plan.span,
        SpanKind::Fixed => indicator.days.unwrap_or(plan.span),
        SpanKind::Campaign => {
            let mut campaigns = plan.campaigns.iter();
            let id = indicator.campaign.as_ref();
            campaigns.find(|campaign| Some(&campaign.id) == id)?.counting
        }
        SpanKind::Month
        | SpanKind::Quarter
        | SpanKind::Year
        | SpanKind::Week
        | SpanKind::TenDays => {
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
        SpanKind::TenDays => Period::ten_days_of(end).days(),
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
