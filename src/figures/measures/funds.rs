//! 到位资金: the money that arrived, month by month, with its corrections.

use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::filtered;
use crate::model::dictionary::route;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::{FundsEntry, Project};

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Funds,
    manual: "各项目逐月到位资金之和，更正按增减计",
    adds: Addend::Values,
    facts,
};

fn facts(source: &Source) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (at, project) in filtered(source) {
        if project.funds.is_empty() {
            continue;
        }
        let counted = Counted::of(source, (at, project), false);
        let entries = project.funds.iter().enumerate();
        facts.extend(entries.map(|(index, entry)| fact(&counted, index, entry)));
    }
    facts
}

fn fact(counted: &Counted, index: usize, entry: &FundsEntry) -> Fact {
    let event = Event {
        route: route!(Project.funds[index]),
        when: entry.month.end(),
        when_text: entry.month.to_string(),
        recorded: entry.amount.0,
        kind: FactKind::Funds,
        known: entry.corrected.or(entry.submitted),
        evidence: entry.evidence.clone(),
        contract: None,
    };
    Fact { correction: entry.corrected.is_some(), ..counted.fact(event) }
}
