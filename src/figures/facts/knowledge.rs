//! What happened on a day and became known on another.

use chrono::NaiveDate;

use crate::figures::facts::moment::{Cutoffs, Moment};
use crate::model::plan::fact_kind::FactKind;
use crate::model::record::project::{Contract, Filing, Project, Relocation};

/// That something happened, and that it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Knowledge {
    /// Day on which it happened.
    pub happened: NaiveDate,
    /// Day on which it became known; `None` counts as in time.
    pub known: Option<NaiveDate>,
    /// Kind, which decides the cut-off.
    pub kind: FactKind,
}

impl Knowledge {
    /// What was so from the beginning.
    pub(in crate::figures) const ALWAYS: Knowledge =
        Knowledge { happened: NaiveDate::MIN, known: None, kind: FactKind::Work };

    /// That a contract was signed.
    pub(in crate::figures) fn signing(contract: &Contract) -> Knowledge {
        let (happened, known) = (contract.signed, contract.submitted);
        Knowledge { happened, known, kind: FactKind::Contract }
    }

    /// That an investment was filed.
    pub(in crate::figures) fn filing(filing: &Filing) -> Knowledge {
        let (happened, known) = (filing.date, filing.submitted);
        Knowledge { happened, known, kind: FactKind::Stage }
    }

    /// That a project was given up.
    pub(in crate::figures) fn end(project: &Project) -> Option<Knowledge> {
        let stopped = project.stopped.as_ref()?;
        let (happened, known) = (stopped.date, stopped.submitted);
        Some(Knowledge { happened, known, kind: FactKind::Stage })
    }

    /// That a project moved.
    pub(in crate::figures) fn relocation(relocation: &Relocation) -> Knowledge {
        let (happened, known) = (relocation.date, Some(relocation.submitted));
        Knowledge { happened, known, kind: FactKind::Stage }
    }

    /// Returns the first day on which it can have been known.
    pub(in crate::figures) fn day(self) -> NaiveDate {
        self.known.map_or(self.happened, |known| known.max(self.happened))
    }

    /// Returns whether it had happened and was known at a moment.
    pub(in crate::figures) fn is_at(self, moment: &Moment) -> bool {
        self.is_by(moment.days.end, &moment.cutoffs)
    }

    /// Returns whether it had happened by a day and was known by the cut-offs for it.
    pub(in crate::figures) fn is_by(self, end: NaiveDate, cutoffs: &Cutoffs) -> bool {
        self.happened <= end && cutoffs.in_time(self.kind, self.known)
    }

    /// Returns when it became known and by when it should have been, if it had happened by a day and
    /// was known too late for the cut-offs.
    pub(in crate::figures) fn late_by(
        self,
        end: NaiveDate,
        cutoffs: &Cutoffs,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let cutoff = cutoffs.overdue(self.kind, self.known)?;
        self.known.filter(|_| self.happened <= end).map(|known| (known, cutoff))
    }
}

/// The day as of which a fact has the attributes of its record, and the kind of facts by whose
/// cut-off these must be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// Day.
    pub day: NaiveDate,
    /// Kind.
    pub kind: FactKind,
}

/// The moments at which an amount holds: from when it is known, until another takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// What must be known.
    pub since: Knowledge,
    /// What must not yet be known; `None` if nothing takes its place.
    pub until: Option<Knowledge>,
}

impl Holding {
    /// Returns whether the amount holds at a moment.
    pub(in crate::figures) fn is_at(&self, moment: &Moment) -> bool {
        self.since.is_at(moment) && !self.until.is_some_and(|until| until.is_at(moment))
    }

    /// Returns those of some that do not hold always.
    pub(in crate::figures) fn some<const N: usize>(all: [Holding; N]) -> Box<[Holding]> {
        let sometimes =
            |one: &Holding| one.since != Knowledge::ALWAYS || one.until.is_some();
        all.into_iter().filter(sometimes).collect()
    }

    /// Returns what follows one after the other, each with the moments at which it holds.
    pub(in crate::figures) fn each<T: Copy>(
        course: &[(Knowledge, T)],
    ) -> impl Iterator<Item = (Holding, T)> {
        let next = course.iter().skip(1).map(|(knowledge, _)| Some(*knowledge));
        let each = course.iter().zip(next.chain([None]));
        each.map(|((since, what), until)| (Holding { since: *since, until }, *what))
    }
}
