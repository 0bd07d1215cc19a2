//! 项目个数: projects that reached a stage; each counts once, for its lead unit.

use rust_decimal::Decimal;

use crate::figures::facts::fact::Fact;
use crate::figures::facts::knowledge::{Holding, Knowledge};
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::events_of;
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
    let recorded = Quantity::of_base(Decimal::ONE, source.indicator.unit);
    let mut facts = Vec::new();
    for placed in filtered(source) {
        let project = placed.project;
        let counted = Counted::of(source, placed, true);
        let stopped = Knowledge::end(project);
        let distinct = source.indicator.distinct.and_then(|by| name(by, project));
        for (holding, event) in events_of(source, project, recorded) {
            let holdings = Holding::some([holding]);
            facts.push(Fact { stopped, distinct, holdings, ..counted.fact(event) });
        }
    }
    facts
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
