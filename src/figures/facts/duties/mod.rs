//! Duties: what each unit had to hand in for each period, and whether it did (K34–K36, D28).

pub(super) mod brought;
pub mod outcome;
pub mod periods;
mod sent;

use chrono::NaiveDate;

use crate::figures::facts::duties::periods::periods;
use crate::figures::facts::duties::sent::{Sent, sent};
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::record::registry::Unit;
use crate::model::value::period::Period;

pub use crate::figures::facts::duties::outcome::Kept;
pub use crate::figures::facts::duties::sent::Content;

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
    /// What was handed in; `None` if nothing was.
    pub content: Option<Content>,
    /// Whether the record of it is invented.
    pub demo: bool,
}

/// Returns the state of every unit for each period of a duty that was due by a day, as known on
/// that day.
pub fn kept(book: &Book, plan: &Plan, duty: &Duty, until: NaiveDate) -> Vec<DutyState> {
    states(book, plan, duty, (until, until))
}

/// Returns the state of every unit for each period of a duty that is due from a day to another, as
/// known on the first of them: what is not there yet is missing, though not overdue.
pub fn coming(
    book: &Book,
    plan: &Plan,
    duty: &Duty,
    (known, until): (NaiveDate, NaiveDate),
) -> Vec<DutyState> {
    let mut coming = states(book, plan, duty, (known, until));
    coming.retain(|state| state.due >= known);
    coming
}

fn states(
    book: &Book,
    plan: &Plan,
    duty: &Duty,
    (known, until): (NaiveDate, NaiveDate),
) -> Vec<DutyState> {
    let sent = sent(book, plan, duty, known);
    let mut states = Vec::new();
    for period in periods(duty, plan.span.end.min(until)) {
        let due = duty.due.for_end(period.end());
        if due <= until {
            let of_unit = |unit: &&Unit| {
                let sent = sent.get(&(period.clone(), unit.id.to_string()));
                state(plan, unit, (&period, due), sent)
            };
            let register = book.registered(period.end(), due);
            states.extend(register.units_in(&duty.units).iter().map(of_unit));
        }
    }
    states
}

fn state(
    plan: &Plan,
    unit: &Unit,
    (period, due): (&Period, NaiveDate),
    sent: Option<&Sent>,
) -> DutyState {
    let before = plan.issued.is_some_and(|issued| due < issued);
    let kept = match sent.map(|sent| sent.day) {
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
        content: sent.map(|sent| sent.content),
        demo: sent.is_some_and(|sent| sent.demo),
    }
}
