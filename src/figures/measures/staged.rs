//! 环节数额: what the projects that reached a stage come to, on the day they reached it (D41, D42).

use rust_decimal::Decimal;

use crate::figures::fact::Fact;
use crate::figures::measures::project::{Event, event_of, fact, filtered};
use crate::figures::measures::{Addend, Measure, Source};
use crate::model::indicator::{MeasureKind, ProjectAmount};
use crate::model::project::{ContractKind, Project, Renewal};
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
        let recorded = worth(kind, project)?;
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
pub(super) fn worth(kind: ProjectAmount, project: &Project) -> Option<Quantity> {
    match kind {
        ProjectAmount::Contract => signed(project),
        ProjectAmount::Filing => project.filing.as_ref()?.amount.map(|money| money.0),
        ProjectAmount::Investment => {
            project.investment.map(|money| money.0).or_else(|| signed(project))
        }
        ProjectAmount::Output => project.output.map(|money| money.0),
        ProjectAmount::Land => project.land.map(|land| land.0),
        ProjectAmount::Tax => project.tax.map(|money| money.0),
        ProjectAmount::Energy => project.energy.map(|energy| energy.0),
    }
}

/// The sum of the formal contracts, without what was signed anew.
fn signed(project: &Project) -> Option<Quantity> {
    let formal = project.contracts.iter().filter(|one| one.kind == ContractKind::Formal);
    let mut total: Option<Quantity> = None;
    for contract in formal {
        let own = contract.amount.0;
        let before = total.filter(|_| contract.renewal == Some(Renewal::Added));
        let before = before.map_or(Decimal::ZERO, |total| total.amount);
        total = Some(Quantity { amount: before + own.amount, ..own });
    }
    total
}
