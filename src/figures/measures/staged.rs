//! 环节数额: what the projects that reached a stage come to, on the day they reached it (D41, D42).

use crate::figures::facts::entry::Entry;
use crate::figures::facts::fact::Fact;
use crate::figures::facts::knowledge::{Holding, Knowledge};
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::events_of;
use crate::figures::projects::filter::filtered;
use crate::figures::projects::placed::Placed;
use crate::figures::projects::worth::worth;
use crate::model::dictionary::{Field, field};
use crate::model::plan::indicator::MeasureKind;
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::record::project::Project;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::StageAmount,
    manual: "到达该环节的项目的数额之和，以到达的日期计入；没有写投资总额的，取正式合同金额",
    adds: Addend::Values,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let Some(kind) = source.indicator.amount else { return Vec::new() };
    filtered(source).flat_map(|placed| staged(source, kind, placed)).collect()
}

/// Returns the fact of a project that reached the stage, once for each amount that it had in the
/// course of what became known.
fn staged<'a>(
    source: &Source<'a, '_>,
    kind: ProjectAmount,
    placed: Placed<'a>,
) -> Vec<Fact<'a>> {
    let project = placed.project;
    let counted = Counted::of(source, placed, false);
    let stopped = Knowledge::end(project);
    let course = worth(kind, source.plan, project);
    let mut facts = Vec::new();
    for (amount, recorded) in Holding::each(&course) {
        for (reached, mut event) in events_of(source, project, recorded) {
            // An amount with a field of its own is shown to those who may see that field.
            if let Some(field) = own_field(kind) {
                event.entry = Entry::field(field);
            }
            let holdings = Holding::some([amount, reached]);
            facts.push(Fact { stopped, holdings, ..counted.fact(event) });
        }
    }
    facts
}

fn own_field(kind: ProjectAmount) -> Option<&'static Field> {
    match kind {
        ProjectAmount::Contract | ProjectAmount::Filing | ProjectAmount::Investment => {
            None
        }
        ProjectAmount::Output => Some(field!(Project.output)),
        ProjectAmount::Land => Some(field!(Project.land)),
        ProjectAmount::Tax => Some(field!(Project.tax)),
        ProjectAmount::Energy => Some(field!(Project.energy)),
    }
}
