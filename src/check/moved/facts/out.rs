//! Why an entry of a record is left out of an edition, and which entry says so.

use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::{Fact, Judgement, LeftOut, RecordAt};
use crate::figures::facts::moment::Moment;
use crate::model::book::Book;
use crate::model::dictionary::{Step, field};
use crate::model::plan::indicator::filter::Condition;
use crate::model::record::project::{Contract, ContractKind, Project};

/// Why an entry is left out of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Out {
    /// It came after the cut-off.
    Late,
    /// A condition of the plan is not met.
    Unmet(Condition),
    /// The project was given up.
    Stopped,
    /// The project moved here from within the city.
    Relocated,
    /// It was withdrawn.
    Withdrawn,
    /// It happened after the end of the period.
    NotYet,
}

impl Out {
    /// Returns why a fact is left out, or that it happened after the end; `None` of what counts or has
    /// nothing to do with the moment.
    pub(super) fn of(fact: &Fact, judgement: &Judgement, moment: &Moment) -> Option<Out> {
        Some(match judgement {
            Judgement::LeftOut(LeftOut::Late(..)) => Out::Late,
            Judgement::LeftOut(LeftOut::Condition(unmet)) => Out::Unmet(unmet.condition),
            Judgement::LeftOut(LeftOut::Stopped(_)) => Out::Stopped,
            Judgement::LeftOut(LeftOut::Relocated(_)) => Out::Relocated,
            Judgement::LeftOut(LeftOut::Withdrawn) => Out::Withdrawn,
            Judgement::Outside if fact.comes_after(moment) => Out::NotYet,
            _ => return None,
        })
    }
}

/// Returns the entry that says why a fact is left out. What is about the signing of a project is about
/// its first formal contract.
pub(super) fn entry(book: &Book, fact: &Fact, out: Out) -> Entry {
    let contracts = field!(Project.contracts);
    let mut steps = fact.entry.steps();
    let is_contract = steps.next() == Some(Step::Field(contracts));
    let is_signing = is_contract && steps.next().is_none();
    match out {
        Out::Stopped => Entry::field(field!(Project.stopped)),
        Out::Relocated => Entry::field(field!(Project.relocation)),
        Out::Unmet(Condition::Started | Condition::StartRecognised) => {
            Entry::field(field!(Project.started))
        }
        Out::Unmet(Condition::FormalContract | Condition::ContractRecognised)
            if !is_contract =>
        {
            Entry::item(contracts, first_formal(book, fact.record))
        }
        Out::Unmet(Condition::Untagged) => Entry::field(field!(Project.tags)),
        _ if is_signing => Entry::item(contracts, first_formal(book, fact.record)),
        _ => fact.entry,
    }
}

/// Returns the position of the first formal contract of a project, or else of the first one.
fn first_formal(book: &Book, record: RecordAt) -> usize {
    let RecordAt::Project(at) = record else { return 0 };
    let is_formal = |contract: &Contract| contract.kind == ContractKind::Formal;
    book.projects[at].record.contracts.iter().position(is_formal).unwrap_or_default()
}
