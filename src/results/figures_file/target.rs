//! The targets of a figure in `figures.json`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::figures::outcome::Known;
use crate::figures::stage::Stage;
use crate::figures::targets::progress::TargetProgress;
use crate::model::plan::target::{Comparison, Force};
use crate::model::value::period::Period;
use crate::results::figures_file::numbers::{cite, exact, short};
use crate::sheet::IndicatorView;

/// The target of the stage under way.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StageEntry {
    period: Period,
    #[serde(flatten)]
    target: TargetEntry,
    #[serde(skip_serializing_if = "Option::is_none")]
    ahead: Option<Decimal>,
}

/// A target with how far it is reached.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct TargetEntry {
    pub(crate) id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) level: Option<String>,
    pub(crate) op: Operator,
    pub(crate) binding: bool,
    pub(crate) value: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) completion: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) met: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) clause: Option<String>,
}

/// How a value is compared with a target.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Operator {
    #[serde(rename = "ge")]
    AtLeast,
    #[serde(rename = "gt")]
    Above,
}

impl TargetEntry {
    pub(super) fn of(view: &IndicatorView, progress: &TargetProgress) -> TargetEntry {
        let set = &progress.set;
        TargetEntry {
            id: set.id.clone(),
            level: set.level.clone(),
            op: match set.comparison {
                Comparison::AtLeast => Operator::AtLeast,
                Comparison::Above => Operator::Above,
            },
            binding: set.force == Force::Binding,
            value: set.value.map(|value| value.normalize()),
            completion: progress.completion.known().map(short),
            met: progress.met,
            clause: set.clause.as_ref().map(|clause| cite(view, &clause.id)),
        }
    }
}

impl StageEntry {
    pub(super) fn of(view: &IndicatorView, stage: &Stage) -> StageEntry {
        StageEntry {
            period: stage.period.clone(),
            target: TargetEntry::of(view, &stage.progress),
            ahead: exact(&stage.ahead),
        }
    }
}
