//! Duties: what each unit had to hand in for each period, and whether it did (K34–K36, D28).

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, NaiveDate};

use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::duty::{Duty, Rhythm};
use crate::model::record::activity::Activity;
use crate::model::record::registry::Unit;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::words::date;

/// What a unit had to hand in for a period.
#[derive(Clone, Debug)]
pub struct DutyState {
    /// Id of the unit.
    pub unit: String,
    /// Period.
    pub period: Period,
    /// Last day.
    pub due: NaiveDate,
    /// Whether it was handed in.
    pub kept: Kept,
    /// Whether the record of it is invented.
    pub demo: bool,
}

/// Whether something was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// In time, on this day.
    InTime(NaiveDate),
    /// Too late, on this day.
    Late(NaiveDate),
    /// Not at all.
    Missing,
    /// It was due before the document was issued, so the unit is not to blame.
    BeforeIssue,
}

impl Kept {
    /// Returns the state in words.
    pub fn label(self) -> String {
        match self {
            Kept::InTime(day) => format!("{}按时报送", date::day(day)),
            Kept::Late(day) => format!("{}逾期报送", date::day(day)),
            Kept::Missing => "未报送".to_owned(),
            Kept::BeforeIssue => "期限早于文件印发，不作缺报".to_owned(),
        }
    }
}

/// Returns the state of every unit for each period of a duty that was due by a day, as known on
/// that day.
pub fn kept(book: &Book, plan: &Plan, duty: &Duty, until: NaiveDate) -> Vec<DutyState> {
    let submissions = submissions(book, duty, until);
    let mut states = Vec::new();
    for period in periods(duty, plan.span.end.min(until)) {
        let due = duty.due.for_end(period.end());
        if due <= until {
            let of_unit = |unit: &&Unit| {
                let first = submissions.get(&(&period, unit.id.as_str()));
                state(plan, unit, (&period, due), first.copied())
            };
            let register = book.registered(period.end(), due);
            states.extend(register.units_in(&duty.units).iter().map(of_unit));
        }
    }
    states
}

/// The first submission of each unit for each period of a duty, as known on a day.
type Submissions<'a> = BTreeMap<(&'a Period, &'a str), &'a Activity>;

fn submissions<'a>(book: &'a Book, duty: &Duty, until: NaiveDate) -> Submissions<'a> {
    let mut submissions = Submissions::new();
    let activities = book.activities.iter().map(|filed| filed.record.as_ref());
    for activity in activities.filter(|activity| activity.duty.as_ref() == Some(&duty.id))
    {
        let Some(period) = activity.period.as_ref().filter(|_| day(activity) <= until)
        else {
            continue;
        };
        for unit in activity.units.iter().filter_map(|unit| book.unit(unit)) {
            let first = submissions.entry((period, unit.id.as_str())).or_insert(activity);
            if day(activity) < day(first) {
                *first = activity;
            }
        }
    }
    submissions
}

/// The day on which something was handed in.
fn day(activity: &Activity) -> NaiveDate {
    activity.submitted.unwrap_or(activity.date)
}

fn state(
    plan: &Plan,
    unit: &Unit,
    (period, due): (&Period, NaiveDate),
    first: Option<&Activity>,
) -> DutyState {
    let before = plan.issued.is_some_and(|issued| due < issued);
    let kept = match first.map(day) {
        Some(day) if day <= due => Kept::InTime(day),
        _ if before => Kept::BeforeIssue,
        Some(day) => Kept::Late(day),
        None => Kept::Missing,
    };
    DutyState {
        unit: unit.id.to_string(),
        period: period.clone(),
        due,
        kept,
        demo: first.is_some_and(|activity| activity.demo.is_some_and(|flag| flag.0)),
    }
}

/// Returns the periods of a duty that begin no later than a day.
fn periods(duty: &Duty, until: NaiveDate) -> Vec<Period> {
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

fn period_of(rhythm: Rhythm, day: NaiveDate) -> Period {
    match rhythm {
        Rhythm::Week => {
            let week = day.iso_week();
            Period::Week(week.year(), week.week())
        }
        Rhythm::Month | Rhythm::Once => Period::Month(Month::of(day)),
        Rhythm::Quarter => Period::Quarter(day.year(), day.month().div_ceil(3)),
        Rhythm::Year => Period::Year(day.year()),
    }
}
