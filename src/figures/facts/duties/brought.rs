//! What a duty brings of the records themselves: pieces of projects, and work.

use chrono::NaiveDate;

use crate::figures::facts::stages::reached;
use crate::model::dictionary::Correctable;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::filter::Condition;
use crate::model::plan::stage::Stage;
use crate::model::record::activity::{Activity, ActivityKind};
use crate::model::record::project::Project;

/// Something of a project that a duty brings.
pub(in crate::figures::facts) struct Piece {
    /// Day of the event.
    pub(in crate::figures::facts) when: NaiveDate,
    /// Day on which it came; without a day of submission it came at once.
    pub(in crate::figures::facts) day: NaiveDate,
    /// The recognition that a plan may ask for, and the day of it.
    pub(super) recognition: Option<(Condition, Option<NaiveDate>)>,
}

impl Piece {
    fn new(when: NaiveDate, submitted: Option<NaiveDate>) -> Piece {
        Piece { when, day: submitted.unwrap_or(when), recognition: None }
    }

    fn recognised(self, condition: Condition, day: Option<NaiveDate>) -> Piece {
        Piece { recognition: Some((condition, day)), ..self }
    }
}

/// Returns the contracts, the start and the funds of a project, as far as a duty brings them.
pub(in crate::figures::facts) fn pieces(
    plan: &Plan,
    duty: &Duty,
    project: &Project,
) -> Vec<Piece> {
    let brings = |kind| duty.facts.contains(&kind);
    let mut pieces = Vec::new();
    if brings(FactKind::Contract) {
        let valid = project.contracts.iter().filter(|one| !one.is_withdrawn());
        pieces.extend(valid.map(|contract| {
            Piece::new(contract.signed, contract.submitted)
                .recognised(Condition::ContractRecognised, contract.recognised)
        }));
    }
    if brings(FactKind::Stage) {
        let starts = reached(plan, project, Stage::Started).into_iter();
        pieces.extend(starts.map(|start| {
            Piece::new(start.when, start.submitted)
                .recognised(Condition::StartRecognised, start.recognised)
        }));
    }
    if brings(FactKind::Funds) {
        let own = project.funds.iter().filter(|entry| entry.corrected.is_none());
        pieces.extend(own.map(|entry| Piece::new(entry.month.end(), entry.submitted)));
    }
    pieces
}

/// Whether an activity is work done, and no entry of a ledger.
pub(in crate::figures::facts) fn is_work(activity: &Activity) -> bool {
    matches!(
        activity.kind,
        ActivityKind::Trip
            | ActivityKind::Visit
            | ActivityKind::Training
            | ActivityKind::Signing
            | ActivityKind::Start
            | ActivityKind::Promotion
            | ActivityKind::Talks
            | ActivityKind::Meeting
            | ActivityKind::Highlight
    )
}
