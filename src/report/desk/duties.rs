//! What units have to hand in: what falls due, and what is outstanding.

use chrono::{Days, NaiveDate};

use crate::figures::facts::duties::{self, DutyState, Kept, kept};
use crate::figures::facts::moment::{Cutoffs, known_for};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::value::period::Period;
use crate::view::desk::{Coming, Outstanding};
use crate::words::date;

/// How many days are looked ahead.
const AHEAD: u64 = 31;

/// Returns what falls due from a day on, in the order of days.
pub(super) fn coming(book: &Book, period: &Period, today: NaiveDate) -> Vec<Coming> {
    let until = today + Days::new(AHEAD);
    let mut found: Vec<(NaiveDate, Coming)> = Vec::new();
    for (plan, duty) in duties_of(book) {
        let states = duties::coming(book, plan, duty, (today, until));
        for states in states.chunk_by(|one, other| one.period == other.period) {
            let missing = |state: &&DutyState| state.kept == Kept::Missing;
            let units = names(book, states.iter().filter(missing));
            let what = what(duty, &states[0].period);
            found.push((states[0].due, line(states[0].due, today, what, units, true)));
        }
    }
    for (day, what) in
        last_days(book, period).into_iter().filter(|(day, _)| *day >= today)
    {
        found.push((day, line(day, today, what, Vec::new(), false)));
    }
    found.sort_by_key(|(day, coming)| (*day, !coming.is_duty));
    found.into_iter().map(|(_, coming)| coming).collect()
}

fn line(
    day: NaiveDate,
    today: NaiveDate,
    what: String,
    units: Vec<String>,
    is_duty: bool,
) -> Coming {
    let days_left = (day - today).num_days();
    Coming { day: date::day(day), days_left, what, units, is_duty }
}

/// The last days of submission for the edition in work.
fn last_days(book: &Book, period: &Period) -> Vec<(NaiveDate, String)> {
    let mut plans = book.plans.iter().map(|filed| filed.record.as_ref());
    let plan = plans.rfind(|plan: &&Plan| plan.span.contains(period.end()));
    let declared = plan.map(|plan| Cutoffs::of(book, plan, period).declared);
    let days = declared.unwrap_or_default().into_iter();
    days.map(|(kind, day)| {
        (day, format!("{}通报的{}截止", date::period(period), kind.label()))
    })
    .collect()
}

/// Returns the units in a state, of each duty and period that no released edition has told of.
pub(super) fn outstanding(
    book: &Book,
    today: NaiveDate,
    is: impl Fn(&DutyState) -> bool,
) -> Vec<Outstanding> {
    let mut found = Vec::new();
    for (plan, duty) in duties_of(book) {
        let told = told(book, plan);
        let mut states = kept(book, plan, duty, today);
        states.retain(|state| is(state) && told.is_none_or(|told| state.due > told));
        for states in states.chunk_by(|one, other| one.period == other.period) {
            found.push(Outstanding {
                what: what(duty, &states[0].period),
                due: date::day(states[0].due),
                units: names(book, states.iter()),
            });
        }
    }
    found
}

/// The last day of which the newest released edition under a plan tells.
fn told(book: &Book, plan: &Plan) -> Option<NaiveDate> {
    let released = book.releases.iter().map(|filed| &filed.record.period);
    let newest = released.filter(|period| plan.span.contains(period.end()));
    newest.map(|period| known_for(book, plan, period)).max()
}

fn duties_of(book: &Book) -> impl Iterator<Item = (&Plan, &Duty)> {
    let plans = book.plans.iter().map(|filed| filed.record.as_ref());
    plans.flat_map(|plan: &Plan| plan.duties.iter().map(move |duty| (plan, duty)))
}

fn what(duty: &Duty, period: &Period) -> String {
    format!("{}（{}）", duty.name, date::period(period))
}

fn names<'a>(book: &Book, states: impl Iterator<Item = &'a DutyState>) -> Vec<String> {
    let register = book.newest_register();
    states.map(|state| register.scope_name(&Scope::Unit(state.unit.clone()))).collect()
}
