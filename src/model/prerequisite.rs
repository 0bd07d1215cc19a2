//! Prerequisites: what a plan asks to be recorded of every project from a stage on.

use chrono::NaiveDate;

use crate::model::clause::Clause;
use crate::model::dictionary::{choices, record};
use crate::model::project::Project;
use crate::model::stage::{PermitKind, Stage};

choices! {
    /// A field of a project that a plan may ask for or an indicator may look for.
    Registered = "登记项" "registered" {
        Leader = "责任领导" "leader",
        Steward = "项目管家" "steward",
        Land = "用地面积" "land",
        Tax = "预计税收" "tax",
        Energy = "预计能耗" "energy",
        Output = "预计产值" "output",
    }
}

record! {
    /// What every project must have from a stage on.
    Prerequisite = "要件" "prerequisite" "方案规定项目到一个环节须登记的内容、须办的手续" {
        stage: Stage = "环节" "到了哪个环节" "签约" "F20" Public,
        fields: Vec<Registered> = "登记" "须登记的内容" "[责任领导, 项目管家]" "A42" Public,
        permits: Vec<PermitKind> = "手续" "须在此前办成的手续" "[项目审核, 合同评审]" "F20" Public,
        from: Option<NaiveDate> = "起" "只要求这一天起到达该环节的项目" "2021-07-10" "F20" Public,
        clause: Clause = "依据" "依据的条款" "三（五）14" "F20" Public,
    }
}

impl Project {
    /// Whether the field is filled in.
    pub fn registers(&self, field: Registered) -> bool {
        match field {
            Registered::Leader => self.leader.is_some(),
            Registered::Steward => self.steward.is_some(),
            Registered::Land => self.land.is_some(),
            Registered::Tax => self.tax.is_some(),
            Registered::Energy => self.energy.is_some(),
            Registered::Output => self.output.is_some(),
        }
    }
}
