//! What many facts have in common: to whom they are credited, and when an indicator is about them.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::attribution::ByRoll;
use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::moment::{Moment, calendar};
use crate::model::book::scope::Scope;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::date::Days;

/// Scopes that something is credited to, with the share that each gets.
pub type Credits = Vec<(Scope, Decimal)>;

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

impl Terms {
    /// Returns whether a project has the size, the numbers and the signing that the indicator asks
    /// for at a moment.
    pub(in crate::figures) fn concern(&self, moment: &Moment) -> bool {
        let fits = self.fits.as_ref().is_none_or(|fits| newest(fits, moment));
        let registered = self.registered.iter().all(|known| known.is_at(moment));
        let cohort = self.cohort.as_ref().is_none_or(|cohort| cohort.holds(moment));
        fits && registered && cohort
    }
}

impl Cohort {
    fn holds(&self, moment: &Moment) -> bool {
        let days = self.days.unwrap_or_else(|| calendar(self.span, moment.days.end));
        let is_one =
            |signed: Knowledge| days.contains(signed.happened) && signed.is_at(moment);
        self.signed.is_some_and(is_one)
    }
}

/// Returns the newest of some answers that follow each other; no before the first.
pub(super) fn newest(course: &[(Knowledge, bool)], moment: &Moment) -> bool {
    let mut newest = course.iter().rev();
    newest.find(|(since, _)| since.is_at(moment)).is_some_and(|(_, answer)| *answer)
}
