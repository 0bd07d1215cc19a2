//! What a plan asks of a fact before it counts.

use std::sync::Arc;

use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::moment::Moment;
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
    /// Returns whether it is met at a moment.
    pub(super) fn is_met(&self, moment: &Moment) -> bool {
        self.ways.iter().any(|way| way.is_at(moment))
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
