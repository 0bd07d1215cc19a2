//! 环节数额: what the projects that reached a stage come to, on the day they reached it (D41, D42).

use crate::figures::fact::Fact;
use crate::figures::measures::project::{Event, event_of, fact, filtered};
use crate::figures::measures::signed::signed;
use crate::figures::measures::{Addend, Measure, Source};
use crate::model::indicator::{MeasureKind, ProjectAmount};
use crate::model::plan::Plan;
use crate::model::project::Project;
use crate::model::quantity::Quantity;
use crate::model::written::Step;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::StageAmount,
    manual: "到达该环节的项目的数额之和，以到达的日期计入；没有写投资总额的，取正式合同金额",
    adds: Addend::Values,
    facts,
};

fn facts(source: &Source) -> Vec<Fact> {
    let Some(kind) = source.indicator.amount else { return Vec::new() };
    let one = |(at, project): (usize, &Project)| {
        let recorded = worth(kind, source.plan, project)?;
        let event = event_of(source, project, recorded)?;
        // What is recorded in a field of its own is told to those who may see that field.
        let event = match own_field(kind) {
            Some(key) => Event { route: vec![Step::from(key)], ..event },
            None => event,
        };
        let stopped = project.stopped.as_ref().map(|stopped| stopped.date);
        Some(Fact { stopped, ..fact(source, (at, project), event, false) })
    };
    filtered(source).filter_map(one).collect()
}

fn own_field(kind: ProjectAmount) -> Option<&'static str> {
    match kind {
        ProjectAmount::Contract | ProjectAmount::Filing | ProjectAmount::Investment => {
            None
        }
        ProjectAmount::Output => Some("预计产值"),
        ProjectAmount::Land => Some("用地面积"),
        ProjectAmount::Tax => Some("预计税收"),
        ProjectAmount::Energy => Some("预计能耗"),
    }
}

/// A number of a project, where it is recorded.
pub(super) fn worth(
    kind: ProjectAmount,
    plan: &Plan,
    project: &Project,
) -> Option<Quantity> {
    let signed = || signed(plan, project).last().map(|(_, amount)| *amount);
    match kind {
        ProjectAmount::Contract => signed(),
        ProjectAmount::Filing => project.filing.as_ref()?.amount.map(|money| money.0),
        ProjectAmount::Investment => {
            project.investment.map(|money| money.0).or_else(signed)
        }
        ProjectAmount::Output => project.output.map(|money| money.0),
        ProjectAmount::Land => project.land.map(|land| land.0),
        ProjectAmount::Tax => project.tax.map(|money| money.0),
        ProjectAmount::Energy => project.energy.map(|energy| energy.0),
    }
}
