//! Stages of a project, and what a plan accepts as proof of them.

use crate::model::dictionary::{choices, record};
use crate::model::value::clause::Clause;

choices! {
    /// A stage of a project, with a date of its own.
    Stage = "环节" "stage" {
        Lead = "线索" "lead",
        Talks = "在谈" "talks",
        Intent = "意向" "intent",
        Signed = "签约" "signed",
        Landed = "落地" "landed",
        Started = "开工" "started",
        Producing = "投产" "producing",
        Capacity = "达效" "capacity",
    }
}

choices! {
    /// A document or an act that can prove a stage.
    PermitKind = "证照" "permit-kind" {
        Filing = "备案" "filing",
        Approval = "核准" "approval",
        Licence = "营业执照" "licence",
        Construction = "施工许可证" "construction",
        Plant = "购租厂房" "plant",
        Statistics = "统计入库" "statistics",
        Register = "项目入库" "register",
        Land = "用地手续" "land",
        Environment = "环评" "environment",
        Energy = "能评" "energy",
        Review = "项目审核" "review",
        ContractReview = "合同评审" "contract-review",
    }
}

record! {
    /// The proofs that a plan accepts for a stage.
    StageRule = "环节认定" "stage-rule" "方案规定凭什么认定项目到了一个环节" identity(stage) {
        stage: Stage = "环节" "环节" "落地" "D38" Public,
        any_of: Vec<PermitKind> = "凭任一" "有其中一项即为到达，取最早的日期；不写则看项目里该环节自己的日期" "[备案, 核准, 营业执照]" "D39" Public,
        version: Option<String> = "版本" "定义写在别的文件里时，写明哪一份；没有原文时如实写明" "第二季填报要求，未见原文" "D45" Public,
        clause: Clause = "依据" "依据的条款" "附件1 注1" "D38" Public,
    }
}
