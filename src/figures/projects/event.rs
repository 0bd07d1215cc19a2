//! An event of a project that an indicator may count.

use chrono::NaiveDate;

use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::source::Source;
use crate::figures::facts::stages::{Reached, proved, reached};
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::stage::Stage;
use crate::model::record::project::{Contract, Project};
use crate::model::value::quantity::Quantity;

/// An event of a project that an indicator may count: what is particular to one fact.
pub(in crate::figures) struct Event<'a> {
    pub(in crate::figures) entry: Entry,
    pub(in crate::figures) when: NaiveDate,
    pub(in crate::figures) written: Written,
    pub(in crate::figures) recorded: Quantity,
    pub(in crate::figures) kind: FactKind,
    pub(in crate::figures) known: Option<NaiveDate>,
    pub(in crate::figures) evidence: Evidence<'a>,
    /// The contract that the event is the signing of; `None` for other events.
    pub(in crate::figures) contract: Option<&'a Contract>,
}

impl<'a> Event<'a> {
    /// Makes the event that a project reached a stage.
    pub(in crate::figures) fn reached(
        reached: Reached<'a>,
        stage: Stage,
        recorded: Quantity,
    ) -> Self {
        let signing = stage == Stage::Signed;
        Event {
            entry: reached.entry,
            when: reached.when,
            written: Written::Day,
            recorded,
            kind: if signing { FactKind::Contract } else { FactKind::Stage },
            known: reached.submitted,
            evidence: reached.evidence,
            contract: None,
        }
    }
}

/// Returns the event of a project that an indicator counts: its stage or its procedure; `None` if
/// it did not happen.
pub(in crate::figures) fn event_of<'a>(
    source: &Source,
    project: &'a Project,
    recorded: Quantity,
) -> Option<Event<'a>> {
    let filter = source.indicator.filter.as_ref();
    if let Some(permit) = filter.and_then(|filter| filter.permit) {
        let reached = proved(project, &[permit])?;
        return Some(Event::reached(reached, Stage::Landed, recorded));
    }
    let stage = filter.and_then(|filter| filter.stage).unwrap_or(Stage::Signed);
    Some(Event::reached(reached(source.plan, project, stage)?, stage, recorded))
}
