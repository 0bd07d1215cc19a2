//! 应办保障、已办保障: what was promised to projects and fell due, and what of it is done (G28, G41).

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::facts::fact::Fact;
use crate::figures::measures::{Addend, Measure, Source};
use crate::figures::projects::{Event, fact, filtered};
use crate::model::dictionary::route;
use crate::model::plan::FactKind;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::{Project, Support};
use crate::model::value::quantity::{Base, Quantity};

pub(super) const DUE: Measure = Measure {
    kind: MeasureKind::SupportDue,
    manual: "到期应办的保障事项的数量之和，计个数时一件计一，以应办日期计入",
    adds: Addend::ValuesOrPieces,
    facts: |source| facts(source, |support| Some(support.due)),
};

pub(super) const DONE: Measure = Measure {
    kind: MeasureKind::SupportDone,
    manual: "到期应办而已经办结的保障事项的数量之和，计个数时一件计一，以应办和办结中较晚的日期计入",
    adds: Addend::ValuesOrPieces,
    facts: |source| facts(source, |support| support.done.map(|day| day.max(support.due))),
};

fn facts(source: &Source, day: fn(&Support) -> Option<NaiveDate>) -> Vec<Fact> {
    let kinds = source.indicator.filter.as_ref().map_or(&[][..], |one| &one.supports);
    let own = |(at, project): (usize, &Project)| {
        let wanted =
            |support: &&Support| kinds.is_empty() || kinds.contains(&support.kind);
        let supports = project.supports.iter().enumerate();
        let facts = supports.filter(|(_, one)| wanted(one)).filter_map(|(index, one)| {
            Some(promised(source, (at, project), (index, one), day(one)?))
        });
        facts.collect::<Vec<_>>()
    };
    filtered(source).flat_map(own).collect()
}

fn promised(
    source: &Source,
    project: (usize, &Project),
    (index, support): (usize, &Support),
    day: NaiveDate,
) -> Fact {
    let unit = source.indicator.unit;
    let one = Quantity { amount: Decimal::ONE, unit };
    let counted = unit.base == Base::Count;
    let event = Event {
        route: route!(Project.supports[index]),
        when: day,
        when_text: day.to_string(),
        recorded: support.quantity.filter(|_| !counted).unwrap_or(one),
        kind: FactKind::Work,
        known: support.submitted,
        evidence: support.evidence.clone(),
        contract: None,
    };
    let stopped = project.1.stopped.as_ref().map(|stopped| stopped.date);
    Fact { stopped, ..fact(source, project, event, true) }
}
