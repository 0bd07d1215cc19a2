//! Of which periods a kind of records was reported: a record of their days, or that there is none.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};

use crate::figures::facts::duties::brought::{is_work, pieces};
use crate::figures::facts::duties::periods::{period_of, periods};
use crate::figures::facts::moment::Moment;
use crate::figures::facts::reporting::Quiet;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::dictionary::Correctable;
use crate::model::plan::Plan;
use crate::model::plan::duty::{Duty, Rhythm};
use crate::model::plan::fact_kind::FactKind;
use crate::model::record::activity::Activity;
use crate::model::record::version::{Between, Validity, each};
use crate::model::value::period::Period;

/// What units sent for the periods of a duty that brings a kind of records.
#[derive(Clone, Debug)]
pub(super) struct Heard<'a> {
    duty: &'a Duty,
    kind: FactKind,
    /// The periods by their last days.
    periods: BTreeMap<NaiveDate, Awaited>,
}

/// A period of a duty.
#[derive(Clone, Debug)]
struct Awaited {
    period: Period,
    /// The ids of the units that the duty binds then.
    units: BTreeSet<String>,
    sent: Vec<Sending>,
}

/// That a unit sent something.
#[derive(Clone, Debug)]
struct Sending {
    unit: String,
    /// Day on which it came.
    day: NaiveDate,
    /// The days on which its record was known to say so.
    known: Between,
}

impl<'a> Heard<'a> {
    /// Collects what was sent for a duty.
    pub(super) fn of(
        book: &Book,
        plan: &'a Plan,
        duty: &'a Duty,
        kind: FactKind,
    ) -> Heard<'a> {
        let periods = periods(duty, plan.span.end).into_iter();
        let periods =
            periods.map(|period| (period.end(), Awaited::of(book, duty, period)));
        let mut heard = Heard { duty, kind, periods: periods.collect() };
        heard.activities(book);
        heard.projects(book, plan);
        heard.totals(book);
        heard
    }

    fn add(&mut self, when: NaiveDate, sending: Sending) {
        let end = period_of(self.duty.rhythm, when).end();
        if let Some(awaited) = self.periods.get_mut(&end) {
            awaited.sent.push(sending);
        }
    }

    /// What was handed in as such, also that there is nothing, and what was done.
    fn activities(&mut self, book: &Book) {
        for (at, filed) in book.activities.iter().enumerate() {
            let versions = each(&*filed.record, book.activity_versions(at));
            for (activity, validity) in versions.filter(|(one, _)| !one.is_withdrawn()) {
                let Some(when) = self.brought(activity) else { continue };
                let (day, known) =
                    (activity.submitted.unwrap_or(activity.date), known(validity));
                for unit in activity.units.iter().filter_map(|unit| book.unit(unit)) {
                    let unit = unit.id.to_string();
                    self.add(when, Sending { unit, day, known });
                }
            }
        }
    }

    /// The day that an activity is about, if the duty brings it.
    fn brought(&self, activity: &Activity) -> Option<NaiveDate> {
        let handed_in = activity.duty.as_ref() == Some(&self.duty.id);
        let period = activity.period.as_ref().filter(|_| handed_in);
        let is_brought = self.duty.facts.contains(&FactKind::Work) && is_work(activity);
        period.map(Period::end).or(is_brought.then_some(activity.date))
    }

    fn projects(&mut self, book: &Book, plan: &Plan) {
        for (at, filed) in book.projects.iter().enumerate() {
            for (project, validity) in each(&*filed.record, book.project_versions(at)) {
                let Some(unit) = book.unit(&project.unit) else { continue };
                let own = |day| validity.is_none_or(|validity| validity.days.holds(day));
                for piece in pieces(plan, self.duty, project) {
                    if own(piece.when) {
                        let (unit, known) = (unit.id.to_string(), known(validity));
                        self.add(piece.when, Sending { unit, day: piece.day, known });
                    }
                }
            }
        }
    }

    /// The totals of the indicators that the duty names.
    fn totals(&mut self, book: &Book) {
        let named = self.duty.indicators.clone();
        for total in book.reported.iter().flat_map(|filed| &filed.record.totals) {
            let indicator = book.indicator(total.indicator.as_str());
            let is_named = indicator.is_some_and(|(_, indicator)| {
                named.iter().any(|name| indicator.is_called(name.as_str()))
            });
            let scope = book.scope_called(total.scope.as_str());
            let (true, Some(Scope::Unit(unit))) = (is_named, scope) else { continue };
            let end = total.period.end();
            let day = total.submitted.unwrap_or(end);
            self.add(end, Sending { unit, day, known: Between::default() });
        }
    }

    /// Returns that nobody reported anything of the last period that is over at a moment, or that a
    /// unit did not which had to; `None` if somebody did, or nothing is due any more.
    pub(super) fn quiet(&self, moment: &Moment, unit: Option<&str>) -> Option<Quiet> {
        let (before, open) = self.begun(moment)?;
        let last = open.first()?;
        let is_bound = unit.is_none_or(|unit| last.units.contains(unit));
        let heard = |awaited: &&&Awaited| awaited.is_heard(self.kind, moment, unit);
        if !is_bound || self.is_over(last, moment) || open.iter().any(|one| heard(&one)) {
            return None;
        }
        let until = before.iter().rev().find(heard).map(|one| one.period.end());
        Some(Quiet { since: last.period.days().start, until })
    }

    /// Returns the single periods that a unit left out and that others followed.
    pub(super) fn holes(&self, moment: &Moment, unit: &str) -> Vec<Period> {
        let Some((before, _)) = self.begun(moment) else { return Vec::new() };
        let is_hole = |one: &&&Awaited| {
            one.units.contains(unit) && !one.is_heard(self.kind, moment, Some(unit))
        };
        before.iter().filter(is_hole).map(|one| one.period.clone()).collect()
    }

    /// Returns the units that are bound for the last period that is over at a moment.
    pub(super) fn bound(&self, moment: &Moment) -> Vec<&str> {
        let last = self.begun(moment).and_then(|(_, open)| open.first().copied());
        let units = last.into_iter().flat_map(|last| &last.units);
        units.map(String::as_str).collect()
    }

    /// Returns the periods that have begun in the days of a moment: those before the last that is
    /// over, and it with what is still open; `None` if none is over.
    fn begun(&self, moment: &Moment) -> Option<(Vec<&Awaited>, Vec<&Awaited>)> {
        let days = moment.days;
        let begun = self.periods.range(days.start..).map(|(_, awaited)| awaited);
        let mut before: Vec<&Awaited> =
            begun.take_while(|one| one.period.days().start <= days.end).collect();
        let last = before.iter().rposition(|one| one.period.end() <= days.end)?;
        let open = before.split_off(last);
        Some((before, open))
    }

    /// Returns whether a further period would have ended after the last one by a day.
    fn is_over(&self, last: &Awaited, moment: &Moment) -> bool {
        let next = period_of(self.duty.rhythm, last.period.end() + Duration::days(1));
        self.duty.rhythm == Rhythm::Once || next.end() <= moment.days.end
    }
}

impl Awaited {
    fn of(book: &Book, duty: &Duty, period: Period) -> Awaited {
        let due = duty.due.for_end(period.end());
        let register = book.registered(period.end(), due);
        let units = register.units_in(&duty.units);
        let units = units.iter().map(|unit| unit.id.to_string()).collect();
        Awaited { period, units, sent: Vec::new() }
    }

    /// Returns whether anybody, or a unit, had sent something by the cut-off of a kind.
    fn is_heard(&self, kind: FactKind, moment: &Moment, unit: Option<&str>) -> bool {
        let mut sent = self.sent.iter();
        sent.any(|one| {
            unit.is_none_or(|unit| one.unit == unit) && one.is_at(kind, moment)
        })
    }
}

impl Sending {
    /// Returns whether it had come by the cut-off of a kind, as was known then.
    fn is_at(&self, kind: FactKind, moment: &Moment) -> bool {
        moment.cutoffs.in_time(kind, Some(self.day))
            && self.known.holds(moment.known_by(kind))
    }
}

/// The days on which a version of a record was known.
fn known(validity: Option<&Validity>) -> Between {
    validity.map_or(Between::default(), |validity| validity.known)
}
