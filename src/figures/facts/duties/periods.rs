//! The periods of a duty.

use chrono::{Datelike, Duration, NaiveDate};

use crate::model::plan::duty::{Duty, Rhythm};
use crate::model::value::date::Month;
use crate::model::value::period::Period;

/// Returns the periods of a duty that begin no later than a day.
pub fn periods(duty: &Duty, until: NaiveDate) -> Vec<Period> {
    let last = duty.to.map_or(until, |to| to.min(until));
    let mut periods: Vec<Period> = Vec::new();
    let mut day = duty.from;
    while day <= last {
        let period = period_of(duty.rhythm, day);
        day = period.end() + Duration::days(1);
        periods.push(period);
        if duty.rhythm == Rhythm::Once {
            break;
        }
    }
    periods
}

/// Returns the period that holds a day.
pub(in crate::figures::facts) fn period_of(rhythm: Rhythm, day: NaiveDate) -> Period {
    match rhythm {
        Rhythm::Week => {
            let week = day.iso_week();
            Period::Week(week.year(), week.week())
        }
        Rhythm::TenDays => Period::ten_days_of(day),
        Rhythm::Month | Rhythm::Once => Period::Month(Month::of(day)),
        Rhythm::Quarter => Period::Quarter(day.year(), day.month().div_ceil(3)),
        Rhythm::Year => Period::Year(day.year()),
    }
}
