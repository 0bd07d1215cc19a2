//! 到位资金: the money that arrived, month by month, with its corrections.

use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::filtered;
use crate::model::dictionary::field;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::{FundsEntry, Project};

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Funds,
    manual: "各项目逐月到位资金之和，更正按增减计",
    adds: Addend::Values,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    for placed in filtered(source) {
        let project = placed.project;
        if project.funds.is_empty() {
            continue;
        }
        let counted = Counted::of(source, placed, false);
        let entries = project.funds.iter().enumerate();
        facts.extend(entries.map(|(index, entry)| fact(&counted, index, entry)));
    }
    facts
}

fn fact<'a>(counted: &Counted<'a, '_>, index: usize, entry: &'a FundsEntry) -> Fact<'a> {
    let event = Event {
        entry: Entry::item(field!(Project.funds), index),
        when: entry.month.end(),
        written: Written::Month,
        recorded: entry.amount.0,
        kind: FactKind::Funds,
        known: entry.corrected.or(entry.submitted),
        evidence: Evidence::Documents(&entry.evidence),
        vouched: entry.vouched,
        contract: None,
    };
    Fact { correction: entry.corrected.is_some(), ..counted.fact(event) }
}
