//! Upkeep: what a plan requires of the records of projects, and how ledgers are followed up.

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::stage::Stage;
use crate::model::record::activity::ActivityKind;
use crate::model::value::amount::Money;
use crate::model::value::clause::Clause;
use crate::model::value::word::{Count, Flag};

choices! {
    /// Something that the record of a project must contain.
    Needed = "须有" "needed" {
        Appraisal = "论证" "appraisal",
        CreditCheck = "信用核查" "credit-check",
        Evidence = "凭证" "evidence",
        Leader = "责任领导" "leader",
        Steward = "项目管家" "steward",
        Review = "项目审核" "review",
        ContractReview = "合同评审" "contract-review",
    }
}

record! {
    /// What the record of a project must contain once it has reached a stage.
    Need = "登记要求" "need" "项目到了一个环节，记录里须有的内容" identity(stage, from) {
        stage: Stage = "环节" "到了哪个环节" "签约" "G30" Public,
        needed: Vec<Needed> = "须有" "须有的内容；论证、信用核查、项目审核和合同评审不晚于到这个环节的日期" "[论证, 信用核查]" "G30" Public,
        at_least: Option<Money> = "投资不低于" "只对投资额不低于此数的项目，含本数" "1亿元" "G30" Public,
        from: Option<NaiveDate> = "起" "只要求从这一天起到这个环节的项目" "2021-07-10" "F20" Public,
        clause: Clause = "依据" "依据的条款" "二（二）1" "G30" Public,
    }
}

record! {
    /// What a plan accepts as evidence of a kind of facts.
    EvidenceRule = "凭证要求" "evidence-rule" "一类事项认哪些凭证" identity(kind, in_statistics) {
        kind: FactKind = "事项" "资金或开工" "资金" "K14" Public,
        in_statistics: Option<Flag> = "入统" "只管已纳入（是）、没有纳入（否）固定资产投资统计的项目，看证照里“统计入库”的日期；不写则都管" "是" "K14" Public,
        accepted: Vec<String> = "认" "认哪些凭证，有其中一种即可" "[统计部门核定]" "K20" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三（二）" "K14" Public,
    }
}

record! {
    /// How entries of ledgers are followed up.
    FollowUp = "跟踪" "follow-up" "台账里没有办结的事项怎样跟踪" {
        activities: Vec<ActivityKind> = "活动" "对哪些类别的活动" "[线索, 洽谈]" "G49" Public,
        days: Count = "天数" "多少天没有更新算作无人跟进" "60" "G49" Public,
        clause: Clause = "依据" "依据的条款" "二（三）4" "G49" Public,
    }
}
