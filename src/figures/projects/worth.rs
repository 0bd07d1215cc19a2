//! The numbers of a project that indicators add up, each from when it is known.

use crate::figures::facts::knowledge::Knowledge;
use crate::figures::projects::signed::signed;
use crate::model::plan::Plan;
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::record::project::Project;
use crate::model::value::quantity::Quantity;

/// Returns a number of a project in the order in which it became known; nothing if it is not
/// recorded.
pub(in crate::figures) fn worth(
    kind: ProjectAmount,
    plan: &Plan,
    project: &Project,
) -> Vec<(Knowledge, Quantity)> {
    let always = |amount: Option<Quantity>| -> Vec<(Knowledge, Quantity)> {
        amount.map(|amount| (Knowledge::ALWAYS, amount)).into_iter().collect()
    };
    match kind {
        ProjectAmount::Contract => signed(plan, project),
        ProjectAmount::Filing => {
            let filed = project
                .filing
                .iter()
                .filter_map(|filing| Some((Knowledge::filing(filing), filing.amount?.0)));
            filed.collect()
        }
        ProjectAmount::Investment => match project.investment {
            Some(planned) => always(Some(planned.0)),
            None => signed(plan, project),
        },
        ProjectAmount::Output => always(project.output.map(|money| money.0)),
        ProjectAmount::Land => always(project.land.map(|land| land.0)),
        ProjectAmount::Tax => always(project.tax.map(|money| money.0)),
        ProjectAmount::Energy => always(project.energy.map(|energy| energy.0)),
    }
}
