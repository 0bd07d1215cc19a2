//! 合同额: what contracts promise; a contract signed anew counts the difference, added capital the addition.

use crate::figures::fact::Fact;
use crate::figures::measures::project::{Event, fact, filtered};
use crate::figures::measures::{Addend, Measure, Source};
use crate::model::indicator::MeasureKind;
use crate::model::plan::FactKind;
use crate::model::project::{Contract, ContractKind, Project};
use crate::model::written::Step;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Contract,
    manual: "各合同金额之和，重签只计差额，增资只计新增",
    adds: Addend::Values,
    facts,
};

fn facts(source: &Source) -> Vec<Fact> {
    let wanted = |kind: ContractKind| {
        let filter = source.indicator.filter.as_ref();
        filter.is_none_or(|filter| {
            filter.contracts.is_empty() || filter.contracts.contains(&kind)
        })
    };
    let contracts = |(at, project): (usize, &'_ Project)| {
        let contracts = project.contracts.iter().enumerate();
        contracts
            .filter(|(_, contract)| wanted(contract.kind))
            .map(|(index, contract)| one(source, at, project, index, contract))
            .collect::<Vec<_>>()
    };
    filtered(source).flat_map(contracts).collect()
}

fn one(
    source: &Source,
    at: usize,
    project: &Project,
    index: usize,
    contract: &Contract,
) -> Fact {
    let event = Event {
        route: vec![Step::from("合同"), Step::from(index)],
        when: contract.signed,
        when_text: contract.signed.to_string(),
        recorded: contract.amount.0,
        kind: FactKind::Contract,
        known: contract.submitted,
        evidence: contract.evidence.clone(),
        contract: Some(contract),
    };
    let stopped = project.stopped.as_ref().map(|stopped| stopped.date);
    Fact { stopped, ..fact(source, (at, project), event, false) }
}
