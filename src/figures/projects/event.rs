//! An event of a project that an indicator may count.

use chrono::NaiveDate;

use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::knowledge::{Holding, Knowledge};
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
    /// Day on which the evidence was there; `None` if it came with the submission.
    pub(in crate::figures) vouched: Option<NaiveDate>,
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
            vouched: None,
            contract: None,
        }
    }
}

impl Event<'_> {
    /// That the event happened, which is known at once.
    pub(in crate::figures) fn itself(&self) -> Knowledge {
        Knowledge { happened: self.when, known: None, kind: self.kind }
    }
}

/// Returns the event of a project that an indicator counts, its stage or its procedure, as it was
/// known in the course of time; none if it did not happen.
pub(in crate::figures) fn events_of<'a>(
    source: &Source,
    project: &'a Project,
    recorded: Quantity,
) -> Vec<(Holding, Event<'a>)> {
    let filter = source.indicator.filter.as_ref();
    let (stage, reached) = match filter.and_then(|filter| filter.permit) {
        Some(permit) => (Stage::Landed, proved(project, &[permit])),
        None => {
            let stage = filter.and_then(|filter| filter.stage).unwrap_or(Stage::Signed);
            (stage, reached(source.plan, project, stage))
        }
    };
    // The first one stands as long as no other is known, even where it is late itself.
    let later = reached.iter().skip(1).map(Reached::knowledge);
    let course: Vec<(Knowledge, ())> = std::iter::once(Knowledge::ALWAYS)
        .chain(later)
        .map(|since| (since, ()))
        .collect();
    let holdings = Holding::each(&course).map(|(holding, ())| holding);
    let events = reached.into_iter().map(|one| Event::reached(one, stage, recorded));
    holdings.zip(events).collect()
}
