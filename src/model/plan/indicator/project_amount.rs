//! The amount of a project that an indicator or a filter uses.

use crate::model::dictionary::choices;

choices! {
    /// The amount that is added up over projects that reached a stage.
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
