//! 项目个数: projects that reached a stage; each counts once, for its lead unit.

use rust_decimal::Decimal;

use crate::figures::fact::Fact;
use crate::figures::measures::project::{Event, fact, filtered};
use crate::figures::measures::{Measure, Source};
use crate::figures::stages::reached;
use crate::model::indicator::{Distinct, MeasureKind};
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::stage::Stage;

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
            let distinct = source.indicator.distinct.and_then(|one| name(one, project));
            Some(Fact { stopped, distinct, ..fact(source, (at, project), event, true) })
        })
        .collect()
}

/// The name by which projects are told apart, where several count as one.
fn name(distinct: Distinct, project: &Project) -> Option<String> {
    match distinct {
        Distinct::Investor | Distinct::Partner => Some(project.investor.name.clone()),
        Distinct::Leader => project.leader.as_ref().map(|one| one.as_str().to_owned()),
        Distinct::Unit => Some(project.unit.as_str().to_owned()),
        Distinct::Project => None,
    }
}

fn event(source: &Source, stage: Stage, project: &Project) -> Option<Event<'static>> {
    let reached = reached(source.plan, project, stage)?;
    let recorded = Quantity { amount: Decimal::ONE, unit: source.indicator.unit };
    Some(Event::reached(reached, stage, recorded))
}
