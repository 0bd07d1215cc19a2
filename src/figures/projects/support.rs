//! Support that was promised to projects, each piece on the day that an indicator counts it by.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::projects::counted::fact;
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::filtered;
use crate::model::dictionary::route;
use crate::model::plan::fact_kind::FactKind;
use crate::model::record::project::{Project, Support};
use crate::model::value::quantity::{Base, Quantity};

/// Returns the facts of the promised support; `day` is when a piece counts, `None` if it does not.
pub(in crate::figures) fn facts(
    source: &Source,
    day: fn(&Support) -> Option<NaiveDate>,
) -> Vec<Fact> {
    let kinds =
        source.indicator.filter.as_ref().map_or(&[][..], |filter| &filter.supports);
    let mut facts = Vec::new();
    for (at, project) in filtered(source) {
        for (index, support) in project.supports.iter().enumerate() {
            let is_wanted = kinds.is_empty() || kinds.contains(&support.kind);
            if let Some(day) = day(support).filter(|_| is_wanted) {
                facts.push(promised(source, (at, project), (index, support), day));
            }
        }
    }
    facts
}

/// Returns the fact of a piece of support: 1 if the indicator is a count, else its quantity.
fn promised(
    source: &Source,
    project: (usize, &Project),
    (index, support): (usize, &Support),
    day: NaiveDate,
) -> Fact {
    let unit = source.indicator.unit;
    let is_count = unit.base == Base::Count;
    let piece = Quantity { amount: Decimal::ONE, unit };
    let event = Event {
        route: route!(Project.supports[index]),
        when: day,
        when_text: day.to_string(),
        recorded: support.quantity.filter(|_| !is_count).unwrap_or(piece),
        kind: FactKind::Work,
        known: support.submitted,
        evidence: support.evidence.clone(),
        contract: None,
    };
    let stopped = project.1.stopped.as_ref().map(|stopped| stopped.date);
    Fact { stopped, ..fact(source, project, event, true) }
}
