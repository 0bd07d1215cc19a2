//! A fact as a measure takes it from a record, and whether it counts at a moment.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::knowledge::{AsOf, Holding, Knowledge};
use crate::figures::facts::late::Late;
use crate::figures::facts::moment::{Cutoffs, Moment};
use crate::figures::facts::reporting::TotalOf;
use crate::figures::facts::requirement::{Relocated, Requirement};
use crate::figures::facts::terms::{Terms, newest};
use crate::model::book::scope::Scope;
use crate::model::dictionary::Level;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::filter::CountingCondition;
use crate::model::record::version::Validity;
use crate::model::value::quantity::Quantity;

/// The record of a fact, by its position in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RecordAt {
    /// A project.
    Project(usize),
    /// An activity.
    Activity(usize),
    /// A reported or quoted total: file, then total.
    Total(usize, usize),
    /// A duty that was not kept: plan, then duty.
    Duty(usize, usize),
}

/// A fact that an indicator may count: a row of numbers and days. What is printed of it stays in
/// its record.
#[derive(Clone, Debug)]
pub struct Fact<'a> {
    /// Record.
    pub record: RecordAt,
    /// Place in the record.
    pub entry: Entry,
    /// Day of the event; the last day where only a month or a period is known.
    pub when: NaiveDate,
    /// How the event's date is written.
    pub written: Written,
    /// What is recorded.
    pub recorded: Quantity,
    /// What it adds, in the base of the indicator's unit; `None` for another currency.
    pub amount: Option<Decimal>,
    /// Whether it takes the place of what the same record added before.
    pub replaces: bool,
    /// What it is the total of, where it was reported as one.
    pub total: Option<Box<TotalOf>>,
    /// The name by which things are counted once however often they occur.
    pub distinct: Option<&'a str>,
    /// Kind, which decides the cut-off.
    pub kind: FactKind,
    /// Day it became known: submission, or correction.
    pub known: Option<NaiveDate>,
    /// Whether it corrects an earlier fact.
    pub correction: bool,
    /// Whether the entry was withdrawn.
    pub withdrawn: bool,
    /// What must hold before it counts.
    pub requirements: Box<[Requirement]>,
    /// The moments at which it stands for the event and its amount: all must hold.
    pub holdings: Box<[Holding]>,
    /// When the version of the record holds that it is taken from; `None` if the record never
    /// changed.
    pub validity: Option<&'a Validity>,
    /// What ends its concern for the indicator, since the project has gone on: any of these.
    pub until: Box<[Knowledge]>,
    /// That the project was given up.
    pub stopped: Option<Knowledge>,
    /// That the project moved here from within the city, where that leaves it out.
    pub relocated: Option<Arc<Relocated>>,
    /// Whether the investor is of the class asked for, in the course of time; empty where that does
    /// not change.
    pub classed: Box<[(Knowledge, bool)]>,
    /// What it is a part of, as of whose day it has the attributes of its record; `None` where that
    /// is its own day.
    pub base: Option<AsOf>,
    /// To whom it is credited and when the indicator is about it, which many facts have in common.
    pub terms: Arc<Terms>,
    /// Evidence.
    pub evidence: Evidence<'a>,
    /// Whether the record is invented.
    pub demo: bool,
    /// Who may see it, as its entry says; its fields may be for fewer.
    pub level: Level,
}

impl Fact<'_> {
    /// One piece of work that is known at once, under no condition.
    pub fn plain(
        (record, entry): (RecordAt, Entry),
        when: NaiveDate,
        recorded: Quantity,
        terms: Arc<Terms>,
    ) -> Self {
        Fact {
            record,
            entry,
            when,
            written: Written::Day,
            recorded,
            amount: Some(recorded.amount()),
            replaces: false,
            total: None,
            distinct: None,
            kind: FactKind::Work,
            known: None,
            correction: false,
            withdrawn: false,
            requirements: Box::default(),
            holdings: Box::default(),
            validity: None,
            until: Box::default(),
            stopped: None,
            relocated: None,
            classed: Box::default(),
            base: None,
            terms,
            evidence: Evidence::Documents(&[]),
            demo: false,
            level: Level::Public,
        }
    }
}

/// Whether a fact counts at a moment.
#[derive(Clone, Debug, PartialEq)]
pub enum Judgement {
    /// It counts, with this amount in the base.
    Counts(Decimal),
    /// It is left out by a rule.
    LeftOut(LeftOut),
    /// It does not concern the indicator at this moment.
    Outside,
}

/// Why a fact is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum LeftOut {
    /// A condition of the plan is not met.
    Condition(Arc<CountingCondition>),
    /// It became known after the cut-off, or what the plan asks of it did.
    Late(Late),
    /// The project was given up on this day.
    Stopped(NaiveDate),
    /// The project moved here from within the city.
    Relocated(Arc<Relocated>),
    /// The entry was withdrawn.
    Withdrawn,
    /// It is in a currency that has no declared rate.
    Currency,
    /// Nothing was reported of its scope after this day; with what it would add.
    Silent(NaiveDate, Decimal),
}

impl Fact<'_> {
    /// The date as it is written.
    pub fn when_text(&self) -> String {
        self.written.text(self.when)
    }

    /// Judges the fact at a moment; `before` is what the same record has added so far.
    pub fn judge(&self, moment: &Moment, before: Decimal) -> Judgement {
        let is_about = moment.days.contains(self.when)
            && self.is_known_version(moment)
            && self.holdings.iter().all(|holding| holding.is_at(moment))
            && self.concerns(moment);
        if !is_about {
            return Judgement::Outside;
        }
        if let Some(reason) = self.left_out(moment) {
            return Judgement::LeftOut(reason);
        }
        match self.amount {
            Some(amount) if self.replaces => Judgement::Counts(amount - before),
            Some(amount) => Judgement::Counts(amount),
            None => Judgement::LeftOut(LeftOut::Currency),
        }
    }

    /// Returns whether the event lies after the end of a moment, in the span that it is in.
    pub fn comes_after(&self, moment: &Moment) -> bool {
        moment.days.end < self.when
            && self.when <= moment.span.end
            && self.is_known_version(moment)
    }

    /// Returns the scopes that the fact is credited to, as reported by a moment.
    pub fn credits_at(&self, moment: &Moment) -> &[(Scope, Decimal)] {
        let known = moment.known_by(self.kind);
        let joint = self.terms.joint.as_ref().filter(|joint| joint.reported <= known);
        joint.map_or(&self.terms.credits, |joint| &joint.credits).at(moment.roll)
    }

    /// Returns who reports it: the scope of its total, or the first unit that it is credited to.
    pub(in crate::figures) fn reporter<'f>(
        &'f self,
        moment: &Moment,
    ) -> Option<&'f Scope> {
        let total = self.total.as_ref().map(|total| &total.scope);
        let mut credits = self.credits_at(moment).iter().map(|(scope, _)| scope);
        total.or_else(|| credits.find(|scope| matches!(scope, Scope::Unit(_))))
    }

    /// Returns whether a moment has other shares than those by the plan's rule.
    pub fn is_joint_at(&self, moment: &Moment) -> bool {
        self.credits_at(moment) != self.terms.credits.at(moment.roll)
    }

    /// Returns whether the record was known like this at a moment.
    pub(in crate::figures) fn is_known_version(&self, moment: &Moment) -> bool {
        let known = moment.known_by(self.base.map_or(self.kind, |base| base.kind));
        self.validity.is_none_or(|validity| validity.known.holds(known))
    }

    /// Returns whether it is the same as of its own day.
    pub(in crate::figures) fn is_as_of_itself(&self) -> bool {
        self.base.is_none_or(|base| base.kind == self.kind)
            && self.was_like_this(self.when)
    }

    /// Returns whether its record was like this on the day as of which its attributes count.
    pub(in crate::figures) fn is_of_its_day(&self) -> bool {
        self.was_like_this(self.base.map_or(self.when, |base| base.day))
    }

    fn was_like_this(&self, day: NaiveDate) -> bool {
        self.validity.is_none_or(|validity| validity.days.holds(day))
    }

    /// Returns whether the indicator is about the project at the end of a period.
    fn concerns(&self, moment: &Moment) -> bool {
        let classed = self.classed.is_empty() || newest(&self.classed, moment);
        classed
            && self.terms.concern(moment)
            && !self.until.iter().any(|until| until.is_at(moment))
    }

    fn left_out(&self, moment: &Moment) -> Option<LeftOut> {
        if self.withdrawn {
            return Some(LeftOut::Withdrawn);
        }
        if let Some(stopped) = self.stopped.filter(|stopped| stopped.is_at(moment)) {
            return Some(LeftOut::Stopped(stopped.happened));
        }
        if let Some(relocated) =
            self.relocated.as_ref().filter(|one| one.since.is_at(moment))
        {
            return Some(LeftOut::Relocated(Arc::clone(relocated)));
        }
        // What happened and became known too late is late, whatever else it lacks.
        let (end, cutoffs) = (moment.days.end, &moment.cutoffs);
        if let Some(late) = self.late(end, cutoffs) {
            return Some(LeftOut::Late(late));
        }
        let unmet = self.unmet(end, cutoffs).next()?;
        Some(LeftOut::Condition(Arc::clone(&unmet.declared)))
    }

    /// Returns whether it came too late for the span before and counts in that of a moment.
    pub(in crate::figures) fn is_carried(&self, moment: &Moment) -> bool {
        moment.carried.as_ref().is_some_and(|carried| {
            carried.days.contains(self.when)
                && self.late(carried.days.end, &carried.cutoffs).is_some()
        })
    }

    /// Returns what of it became known too late for the cut-offs for a day: itself, or what the plan
    /// asks of it, a report before a recognition.
    pub fn late(&self, end: NaiveDate, cutoffs: &Cutoffs) -> Option<Late> {
        let (happened, known, kind) = (self.when, self.known, self.kind);
        let itself = Knowledge { happened, known, kind }.late_by(end, cutoffs);
        if let Some((day, cutoff)) = itself {
            return Some(Late { lacking: None, day, cutoff });
        }
        let late = self.unmet(end, cutoffs).filter_map(|one| one.late(end, cutoffs));
        late.min_by_key(Late::is_recognition)
    }

    /// Returns what the plan asks of it and what is not met by a day.
    fn unmet(
        &self,
        end: NaiveDate,
        cutoffs: &Cutoffs,
    ) -> impl Iterator<Item = &Requirement> {
        self.requirements.iter().filter(move |one| !one.is_met(end, cutoffs))
    }
}
