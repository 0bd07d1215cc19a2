//! 合同额: what contracts promise; a contract signed anew counts the difference, added capital the addition.

use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::fact::Fact;
use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::filtered;
use crate::model::dictionary::{Correctable, field};
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::{Contract, Project};

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Contract,
    manual: "各合同金额之和，重签只计差额，增资只计新增",
    adds: Addend::Values,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let kinds =
        source.indicator.filter.as_ref().map_or(&[][..], |filter| &filter.contracts);
    let mut facts = Vec::new();
    for placed in filtered(source) {
        let project = placed.project;
        let counted = Counted::of(source, placed, false);
        let stopped = Knowledge::end(project);
        for (index, contract) in project.contracts.iter().enumerate() {
            if kinds.is_empty() || kinds.contains(&contract.kind) {
                facts.push(Fact { stopped, ..fact(&counted, index, contract) });
            }
        }
    }
    facts
}

fn fact<'a>(counted: &Counted<'a, '_>, index: usize, contract: &'a Contract) -> Fact<'a> {
    let event = Event {
        entry: Entry::item(field!(Project.contracts), index),
        when: contract.signed,
        written: Written::Day,
        recorded: contract.amount.0,
        kind: FactKind::Contract,
        known: contract.submitted,
        evidence: Evidence::Documents(&contract.evidence),
        vouched: None,
        contract: Some(contract),
    };
    Fact { withdrawn: contract.is_withdrawn(), ..counted.fact(event) }
}
