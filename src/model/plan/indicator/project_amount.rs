//! Which amount of a project an indicator or a filter looks at.

use crate::model::dictionary::choices;

choices! {
    /// What is added up of the projects that reached a stage.
    ProjectAmount = "数额" "project-amount" {
        Contract = "合同额" "contract",
        Filing = "备案额" "filing",
        Investment = "投资总额" "investment",
        Output = "预计产值" "output",
        Land = "用地面积" "land",
        Tax = "预计税收" "tax",
        Energy = "预计能耗" "energy",
    }
}
