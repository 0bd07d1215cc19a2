//! What a plan asks of a fact before it counts.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::late::Late;
use crate::figures::facts::moment::Cutoffs;
use crate::model::plan::indicator::filter::CountingCondition;

/// Something that must have happened, and be known, before a fact counts.
#[derive(Clone, Debug)]
pub struct Requirement {
    /// What the plan asks for.
    pub declared: Arc<CountingCondition>,
    /// The ways in which it is met: any of these.
    pub ways: Box<[Knowledge]>,
}

impl Requirement {
    /// Returns whether it is met by a day, as was known by the cut-offs for it.
    pub(super) fn is_met(&self, end: NaiveDate, cutoffs: &Cutoffs) -> bool {
        self.ways.iter().any(|way| way.is_by(end, cutoffs))
    }

    /// Returns what of it had happened by a day and became known too late; `None` if nothing had.
    pub(super) fn late(&self, end: NaiveDate, cutoffs: &Cutoffs) -> Option<Late> {
        let ways = self.ways.iter().filter_map(|way| way.late_by(end, cutoffs));
        let (day, cutoff) = ways.min()?;
        Some(Late { lacking: Some(Arc::clone(&self.declared)), day, cutoff })
    }
}

/// That a project moved here from within the city, for which a plan leaves it out.
#[derive(Clone, Debug, PartialEq)]
pub struct Relocated {
    /// What the plan asks for.
    pub declared: Arc<CountingCondition>,
    /// The move, and since when it is known.
    pub since: Knowledge,
    /// The paper by which it was found.
    pub paper: String,
}
