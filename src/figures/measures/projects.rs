//! 项目个数: projects that reached a stage; each counts once, for its lead unit.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::fact::Fact;
use crate::figures::measures::project::{Event, fact, filtered};
use crate::figures::measures::{Measure, Source};
use crate::model::indicator::{MeasureKind, Stage};
use crate::model::plan::FactKind;
use crate::model::project::{Project, StageEntry};
use crate::model::quantity::Quantity;
use crate::model::written::Step;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Projects,
    manual: "到达该环节的项目个数，一个项目只计一次，计入牵头单位",
    facts,
};

fn facts(source: &Source) -> Vec<Fact> {
    let stage = source.indicator.filter.as_ref().and_then(|filter| filter.stage);
    let stage = stage.unwrap_or(Stage::Signed);
    filtered(source)
        .filter_map(|(at, project)| {
            let event = event(source, stage, project)?;
            let stopped = project.stopped.as_ref().map(|stopped| stopped.date);
            Some(Fact { stopped, ..fact(source, (at, project), event, true) })
        })
        .collect()
}

fn event<'a>(source: &Source, stage: Stage, project: &'a Project) -> Option<Event<'a>> {
    let entry = |key: &'static str, entry: &'a Option<StageEntry>| {
        entry.as_ref().map(|entry| {
            (
                Step::from(key),
                entry.date,
                entry.submitted,
                FactKind::Stage,
                entry.evidence.as_slice(),
            )
        })
    };
    let (step, when, known, kind, evidence) = match stage {
        Stage::Signed => project.first_formal().map(|contract| {
            let evidence = contract.evidence.as_slice();
            (
                Step::from("合同"),
                contract.signed,
                contract.submitted,
                FactKind::Contract,
                evidence,
            )
        }),
        Stage::Landed => project.filing.as_ref().map(|filing| {
            (
                Step::from("备案"),
                filing.date,
                None::<NaiveDate>,
                FactKind::Stage,
                filing.evidence.as_slice(),
            )
        }),
        Stage::Started => entry("开工", &project.started),
        Stage::Producing => entry("投产", &project.producing),
        Stage::Capacity => entry("达效", &project.capacity),
    }?;
    let recorded = Quantity { amount: Decimal::ONE, unit: source.indicator.unit };
    let when_text = when.to_string();
    Some(Event {
        route: vec![step],
        when,
        when_text,
        recorded,
        kind,
        known,
        evidence,
        contract: None,
    })
}
