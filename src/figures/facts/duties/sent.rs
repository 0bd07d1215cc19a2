//! What units sent for the periods of a duty, as the records themselves tell.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::figures::facts::duties::brought::{Piece, is_work, pieces};
use crate::figures::facts::duties::periods::period_of;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::Correctable;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::plan::fact_kind::FactKind;
use crate::model::record::activity::Activity;
use crate::model::record::reported::{Total, TotalKind};
use crate::model::record::version::each;
use crate::model::value::period::Period;
use crate::model::value::reference::IndicatorRef;

/// What was sent, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Content {
    /// That there is nothing: 报了零.
    Zero,
    /// Something that is not recognised yet: 报了未认定.
    Unrecognised,
    /// Something.
    Something,
}

/// What a unit sent for a period.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sent {
    /// The day on which it came; the first of several.
    pub(super) day: NaiveDate,
    /// The most that came.
    pub(super) content: Content,
    /// Whether a record of it is invented.
    pub(super) demo: bool,
}

/// What each unit sent for each period.
pub(super) type Sendings = BTreeMap<(Period, String), Sent>;

/// Returns what was sent for a duty, as known on a day.
pub(super) fn sent(book: &Book, plan: &Plan, duty: &Duty, until: NaiveDate) -> Sendings {
    let mut sendings = Collector { book, plan, duty, until, found: Sendings::new() };
    sendings.activities();
    if duty.facts.iter().any(|kind| *kind != FactKind::Report) {
        sendings.projects();
    }
    sendings.totals();
    sendings.found
}

struct Collector<'a> {
    book: &'a Book,
    plan: &'a Plan,
    duty: &'a Duty,
    until: NaiveDate,
    found: Sendings,
}

impl<'a> Collector<'a> {
    fn brings(&self, kind: FactKind) -> bool {
        self.duty.facts.contains(&kind)
    }

    /// Adds what came for a period, if it is known by now.
    fn add(&mut self, period: Period, unit: &str, sent: Sent) {
        if sent.day > self.until {
            return;
        }
        let known = self.found.entry((period, unit.to_owned())).or_insert(sent);
        known.day = known.day.min(sent.day);
        known.content = known.content.max(sent.content);
        known.demo |= sent.demo;
    }

    /// Adds what came about a day, for the period that holds the day. What happened after it was due
    /// is not late.
    fn add_on(&mut self, when: NaiveDate, unit: &str, sent: Sent) {
        let period = period_of(self.duty.rhythm, when);
        let due = self.duty.due.for_end(period.end());
        let is_known = sent.day <= self.until;
        let day = if is_known && when > due { due } else { sent.day };
        self.add(period, unit, Sent { day, ..sent });
    }

    /// What was handed in as such, which says that there is nothing if no record says more, and what
    /// was done.
    fn activities(&mut self) {
        let has_records = self.duty.brings_records();
        let (book, until) = (self.book, self.until);
        let known = |at: usize, filed: &'a Filed<Activity>| {
            let versions = each(&*filed.record, book.activity_versions(at));
            let mut known = versions.filter(|(one, validity)| {
                !one.is_withdrawn()
                    && validity.is_none_or(|validity| validity.known.holds(until))
            });
            known.next().map(|(activity, _)| activity)
        };
        let filed = book.activities.iter().enumerate();
        for activity in filed.filter_map(|(at, filed)| known(at, filed)) {
            let handed_in = activity.duty.as_ref() == Some(&self.duty.id);
            let period = activity.period.clone().filter(|_| handed_in);
            if period.is_none() && !(self.brings(FactKind::Work) && is_work(activity)) {
                continue;
            }
            let content = match period {
                Some(_) if has_records => Content::Zero,
                _ => Content::Something,
            };
            let day = activity.submitted.unwrap_or(activity.date);
            let demo = activity.demo.is_some_and(|flag| flag.0);
            for unit in activity.units.iter().filter_map(|unit| book.unit(unit)) {
                let sent = Sent { day, content, demo };
                match &period {
                    Some(period) => self.add(period.clone(), unit.id.as_str(), sent),
                    None => self.add_on(activity.date, unit.id.as_str(), sent),
                }
            }
        }
    }

    fn projects(&mut self) {
        let book = self.book;
        for (at, _) in book.projects.iter().enumerate() {
            let project = book.project_as_of(at, self.until, self.until);
            for piece in pieces(self.plan, self.duty, project) {
                let then = book.project_as_of(at, piece.when, self.until);
                let Some(unit) = book.unit(&then.unit) else { continue };
                let (day, content) = (piece.day, self.content(&piece));
                let sent = Sent { day, content, demo: project.is_demo() };
                self.add_on(piece.when, unit.id.as_str(), sent);
            }
        }
    }

    /// Whether a piece counts as far as the plan asks for its recognition.
    fn content(&self, piece: &Piece) -> Content {
        let Some((condition, day)) = piece.recognition else { return Content::Something };
        let mut conditions = self.plan.indicators.iter().flat_map(|one| &one.conditions);
        let is_asked = conditions.any(|asked| asked.condition == condition);
        if is_asked && day.is_none_or(|day| day > self.until) {
            Content::Unrecognised
        } else {
            Content::Something
        }
    }

    /// The totals of the indicators that the duty brings. A duty that brings nothing else is done
    /// when the last of them has come.
    fn totals(&mut self) {
        let mut totals: BTreeMap<(Period, String), Vec<(&str, Sent)>> = BTreeMap::new();
        let book = self.book;
        for total in book.reported.iter().flat_map(|filed| &filed.record.totals) {
            let Some(indicator) = self.brought(total) else { continue };
            let (Some(sent), Some(Scope::Unit(unit))) =
                (self.of_total(total), self.book.scope_called(total.scope.as_str()))
            else {
                continue;
            };
            let period = period_of(self.duty.rhythm, total.period.end());
            if period.end() == total.period.end() && sent.day <= self.until {
                totals.entry((period, unit)).or_default().push((indicator, sent));
            }
        }
        let wanted =
            if self.duty.facts.is_empty() { self.duty.indicators.len() } else { 1 };
        for ((period, unit), found) in totals {
            let mut names: Vec<&str> = found.iter().map(|(name, _)| *name).collect();
            names.sort_unstable();
            names.dedup();
            if names.len() < wanted {
                continue;
            }
            let last = found.iter().map(|(_, sent)| sent.day).max();
            for (_, sent) in found {
                let day = last.filter(|_| wanted > 1).unwrap_or(sent.day);
                self.add(period.clone(), &unit, Sent { day, ..sent });
            }
        }
    }

    /// The indicator of a total, if the duty brings it.
    fn brought(&self, total: &'a Total) -> Option<&'a str> {
        let word = total.indicator.as_str();
        if !matches!(total.kind, TotalKind::Reported | TotalKind::Below) {
            return None;
        }
        if self.brings(FactKind::Report) {
            return Some(word);
        }
        let is_meant = |named: &&IndicatorRef| {
            named.as_str() == word
                || self
                    .book
                    .indicator(named.as_str())
                    .is_some_and(|(_, indicator)| indicator.is_called(word))
        };
        self.duty.indicators.iter().find(is_meant).map(IndicatorRef::as_str)
    }

    /// What a total says, as known by now; `None` if it is withdrawn.
    fn of_total(&self, total: &Total) -> Option<Sent> {
        let demo = total.demo.is_some_and(|flag| flag.0);
        let then = total.known_on(self.until);
        let content =
            if then.value.is_zero() { Content::Zero } else { Content::Something };
        let day = total.submitted.unwrap_or(total.period.end());
        (!then.is_withdrawn()).then_some(Sent { day, content, demo })
    }
}
