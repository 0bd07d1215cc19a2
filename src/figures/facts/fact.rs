//! A fact as a measure takes it from a record, and whether it counts at a moment.

use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::attribution::ByRoll;
use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::knowledge::{Holding, Knowledge};
use crate::figures::facts::moment::{Later, Moment, calendar};
use crate::figures::facts::reporting::TotalOf;
use crate::model::book::scope::Scope;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::filter::CountingCondition;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::record::version::Validity;
use crate::model::value::date::Days;
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

/// Scopes that something is credited to, with the share that each gets.
pub type Credits = Vec<(Scope, Decimal)>;

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
    /// To whom it is credited and when the indicator is about it, which many facts have in common.
    pub terms: Arc<Terms>,
    /// Evidence.
    pub evidence: Evidence<'a>,
    /// Whether the record is invented.
    pub demo: bool,
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
            amount: Some(recorded.amount),
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
            terms,
            evidence: Evidence::Documents(&[]),
            demo: false,
        }
    }
}

/// To whom facts are credited, and when the indicator is about them. Records of the same unit and
/// class have the same terms.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Terms {
    /// Weight of the project's origin, which the credits hold already.
    pub weight: Decimal,
    /// Scopes that a fact is credited to, with the share that each gets, by the units of the day.
    pub credits: ByRoll<Credits>,
    /// The shares that take their place once they are reported.
    pub joint: Option<JointCredits>,
    /// Whether the project has the size or the grade asked for, in order of knowledge.
    pub fits: Option<Vec<(Knowledge, bool)>>,
    /// What must be known for the project to have the numbers that the indicator asks for.
    pub registered: Vec<Knowledge>,
    /// When the project must have been signed.
    pub cohort: Option<Cohort>,
}

impl Terms {
    /// Terms that only say to whom something is credited.
    pub fn credited(credits: ByRoll<Credits>) -> Terms {
        let (joint, fits, registered, cohort) = (None, None, Vec::new(), None);
        Terms { weight: Decimal::ONE, credits, joint, fits, registered, cohort }
    }
}

/// The shares of a joint project (W35, W36): before their report the lead unit has it all.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct JointCredits {
    /// Day of the report.
    pub reported: NaiveDate,
    /// Scopes that it is credited to from then on.
    pub credits: ByRoll<Credits>,
}

/// Something that must have happened, and be known, before a fact counts.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// What the plan asks for.
    pub declared: Arc<CountingCondition>,
    /// The ways in which it is met: any of these.
    pub ways: Box<[Knowledge]>,
}

impl Requirement {
    fn is_met(&self, moment: &Moment) -> bool {
        self.ways.iter().any(|way| way.is_at(moment))
    }
}

/// The days in which a project must have been signed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cohort {
    /// Its first formal contract.
    pub signed: Option<Knowledge>,
    /// Days by the calendar.
    pub span: SpanKind,
    /// The days, where they do not move with the period.
    pub days: Option<Days>,
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
    /// It was submitted after the cut-off: submission, cut-off, where it counts instead.
    Late(NaiveDate, NaiveDate, Later),
    /// The project was given up on this day.
    Stopped(NaiveDate),
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

    /// Returns the scopes that the fact is credited to, as reported by a moment.
    pub fn credits_at(&self, moment: &Moment) -> &[(Scope, Decimal)] {
        let known = moment.known_by(self.kind);
        let joint = self.terms.joint.as_ref().filter(|joint| joint.reported <= known);
        joint.map_or(&self.terms.credits, |joint| &joint.credits).at(moment.roll)
    }

    /// Returns whether a moment has other shares than those by the plan's rule.
    pub fn is_joint_at(&self, moment: &Moment) -> bool {
        self.credits_at(moment) != self.terms.credits.at(moment.roll)
    }

    /// Returns whether the record was known like this at a moment.
    fn is_known_version(&self, moment: &Moment) -> bool {
        let known = moment.known_by(self.kind);
        self.validity.is_none_or(|validity| validity.known.holds(known))
    }

    /// Returns whether the project has the required size and grade at the end of a period.
    fn concerns(&self, moment: &Moment) -> bool {
        let end = moment.days.end;
        let fits = self.terms.fits.as_ref().is_none_or(|fits| {
            let mut newest = fits.iter().rev();
            newest.find(|(since, _)| since.is_at(moment)).is_some_and(|(_, fits)| *fits)
        });
        let registered = self.terms.registered.iter().all(|known| known.is_at(moment));
        let cohort = self.terms.cohort.as_ref().is_none_or(|cohort| {
            let days = cohort.days.unwrap_or_else(|| calendar(cohort.span, end));
            cohort.signed.is_some_and(|signed| {
                days.contains(signed.happened) && signed.is_at(moment)
            })
        });
        fits && registered
            && cohort
            && !self.until.iter().any(|until| until.is_at(moment))
    }

    fn left_out(&self, moment: &Moment) -> Option<LeftOut> {
        if self.withdrawn {
            return Some(LeftOut::Withdrawn);
        }
        if let Some(stopped) = self.stopped.filter(|stopped| stopped.is_at(moment)) {
            return Some(LeftOut::Stopped(stopped.happened));
        }
        // What became known too late is late, whatever else it lacks.
        if let (Some(day), Some(last)) = (self.known, moment.cutoffs.last_day(self.kind))
            && day > last
        {
            return Some(LeftOut::Late(day, last, moment.later));
        }
        let unmet = self.requirements.iter().find(|one| !one.is_met(moment))?;
        Some(LeftOut::Condition(Arc::clone(&unmet.declared)))
    }
}
