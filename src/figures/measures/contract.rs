//! 合同额: what contracts promise; a contract signed anew counts the difference, added capital the addition.

use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::filtered;
use crate::model::dictionary::route;
use crate::model::plan::FactKind;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::{Contract, ContractKind, Project};

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
    let mut facts = Vec::new();
    for (at, project) in filtered(source) {
        let counted = Counted::of(source, (at, project), false);
        let stopped = project.stopped.as_ref().map(|stopped| stopped.date);
        let contracts = project.contracts.iter().enumerate();
        let contracts = contracts.filter(|(_, contract)| wanted(contract.kind));
        facts.extend(
            contracts.map(|(index, contract)| Fact {
                stopped,
                ..one(&counted, index, contract)
            }),
        );
    }
    facts
}

fn one(counted: &Counted, index: usize, contract: &Contract) -> Fact {
    let event = Event {
        route: route!(Project.contracts[index]),
        when: contract.signed,
        when_text: contract.signed.to_string(),
        recorded: contract.amount.0,
        kind: FactKind::Contract,
        known: contract.submitted,
        evidence: contract.evidence.clone(),
        contract: Some(contract),
    };
    counted.fact(event)
}
