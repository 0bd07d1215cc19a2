//! What happened in the span and became known too late for a moment.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::plan::indicator::filter::{Condition, CountingCondition};

/// What came too late, and by when it should have been there.
#[derive(Clone, Debug, PartialEq)]
pub struct Late {
    /// What the plan asks of the fact, where that came too late; `None` for the fact itself.
    pub lacking: Option<Arc<CountingCondition>>,
    /// Day on which it became known.
    pub day: NaiveDate,
    /// Last day on which it would have been in time.
    pub cutoff: NaiveDate,
}

impl Late {
    /// Returns whether it was reported and only its recognition came too late.
    pub fn is_recognition(&self) -> bool {
        let condition = self.lacking.as_ref().map(|declared| declared.condition);
        matches!(
            condition,
            Some(Condition::ContractRecognised | Condition::StartRecognised)
        )
    }
}
