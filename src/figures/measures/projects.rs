//! 项目个数: projects that reached a stage; each counts once, for its lead unit.

use rust_decimal::Decimal;

use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::fact;
use crate::figures::projects::event::event_of;
use crate::figures::projects::filter::filtered;
use crate::model::plan::indicator::{Distinct, MeasureKind};
use crate::model::record::project::Project;
use crate::model::value::quantity::Quantity;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Projects,
    manual: "到达该环节或办成该手续的项目个数，一个项目只计一次，计入牵头单位",
    adds: Addend::Pieces,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let recorded = Quantity { amount: Decimal::ONE, unit: source.indicator.unit };
    filtered(source)
        .filter_map(|placed| {
            let project = placed.project;
            let event = event_of(source, project, recorded)?;
            let stopped = project.stopped.as_ref().map(|stopped| stopped.date);
            let distinct = source.indicator.distinct.and_then(|by| name(by, project));
            Some(Fact { stopped, distinct, ..fact(source, placed, event, true) })
        })
        .collect()
}

/// Returns the name by which projects are counted, if several can count as one.
fn name(by: Distinct, project: &Project) -> Option<&str> {
    match by {
        Distinct::Investor | Distinct::Partner => Some(&project.investor.name),
        Distinct::Leader => project.leader.as_ref().map(|leader| leader.as_str()),
        Distinct::Unit => Some(project.unit.as_str()),
        Distinct::Project => None,
    }
}
