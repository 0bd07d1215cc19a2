//! The numbers of a project that indicators add up.

use crate::figures::projects::signed::signed;
use crate::model::plan::Plan;
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::record::project::Project;
use crate::model::value::quantity::Quantity;

/// Returns a number of a project; `None` if it is not recorded.
pub(in crate::figures) fn worth(
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
