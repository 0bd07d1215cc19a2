//! A filter: which records an indicator counts, and what it requires of them.

use crate::model::dictionary::{choices, record};
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::stage::{PermitKind, Stage};
use crate::model::record::activity::ActivityKind;
use crate::model::record::project::{
    Channel, ContractKind, Industry, MoveCause, Origin, SupportKind,
};
use crate::model::value::amount::Money;
use crate::model::value::clause::Clause;
use crate::model::value::reference::{ChainRef, EventRef, RegionRef, SectorRef};
use crate::model::value::word::Flag;

choices! {
    /// A requirement that a fact must meet before it counts.
    Condition = "计入条件" "condition" {
        FormalContract = "正式合同" "formal-contract",
        ContractRecognised = "合同已认定" "contract-recognised",
        Started = "项目已开工" "started",
        StartRecognised = "开工已认定" "start-recognised",
        Voucher = "有凭证" "voucher",
        Untagged = "不含标签" "untagged",
        NotRelocated = "非市域内搬迁" "not-relocated",
    }
}

impl Condition {
    /// Returns whether a record that does not meet it may come to meet it.
    pub fn can_be_met(self) -> bool {
        !matches!(self, Condition::Untagged | Condition::NotRelocated)
    }
}

record! {
    /// The facts that an indicator counts.
    Filter = "范围" "filter" "指标只数符合条件的记录" {
        stage: Option<Stage> = "环节" "按哪个环节的日期数" "签约" "G09" Public,
        permit: Option<PermitKind> = "手续" "按哪项证照、手续的办成日期数；写了就不看环节的日期" "合同评审" "F20" Public,
        registered: Vec<ProjectAmount> = "登记" "只数登记了这些数额的项目，缺一不可" "[用地面积]" "W06" Public,
        origins: Vec<Origin> = "来源地" "投资来源" "[市外]" "F42" Public,
        regions: Vec<RegionRef> = "来源区域" "投资方来自其中一个区域" "[粤港澳大湾区]" "F12" Public,
        channels: Vec<Channel> = "渠道" "项目或线索的来源渠道" "[资本招商]" "G21" Public,
        sectors: Vec<SectorRef> = "领域" "领域" "[生态工业]" "" Public,
        chains: Vec<ChainRef> = "产业链" "产业链" "[食品加工]" "A30" Public,
        contracts: Vec<ContractKind> = "合同类型" "合同类型" "[正式合同]" "K12" Public,
        at_least: Option<Money> = "合同额不低于" "合同额的下限，含本数" "1亿元" "G09" Public,
        above: Option<Money> = "合同额超过" "合同额的下限，不含本数" "5亿元" "A27" Public,
        without: Option<Stage> = "未到环节" "只数到期末还没有到这个环节的项目" "落地" "D09" Public,
        signed_within: Option<SpanKind> = "签约时段" "只数首份正式合同在这个时段签订的项目" "近三年度" "K18" Public,
        grades: Vec<String> = "等级" "方案等级表里的等级；要含更高的等级就一并列出" "[重大]" "F38" Public,
        industries: Vec<Industry> = "行业" "行业" "[制造业]" "G06" Public,
        listings: Vec<String> = "名单" "投资方在这些名单之内，年限等照方案的名单规定" "[中国企业500强]" "D47" Public,
        classes: Vec<String> = "企业类别" "投资方的类别" "[央企]" "K24" Public,
        tags: Vec<String> = "标签" "项目的标签" "[链主型]" "D31" Public,
        events: Vec<EventRef> = "签约活动" "在这些活动上签约" "[西博会]" "G53" Public,
        activities: Vec<ActivityKind> = "活动" "活动的类别" "[培训]" "W38" Public,
        supports: Vec<SupportKind> = "保障事项" "保障事项的种类" "[供地]" "G41" Public,
        partners: Vec<String> = "对象类别" "走访、洽谈对象的类别" "[商会, 协会]" "G17" Public,
        valid: Vec<Flag> = "有效" "只数经核实有效（是）、无效（否）的线索；两个都写即已经核实的" "[是]" "F13" Public,
        roles: Vec<String> = "领导职务" "带队领导的职务类别" "[党政主要领导]" "G50" Public,
    }
}

record! {
    /// A condition that a fact must meet before it counts.
    CountingCondition = "计入条件" "counting-condition" "记录计入的一个前提" identity(condition) {
        condition: Condition = "条件" "前提" "项目已开工" "K13" Public,
        tags: Vec<String> = "标签" "条件为不含标签时，项目有其中一个标签就不计" "[房地产, 本地企业二期]" "" Public,
        excepted: Vec<MoveCause> = "除外" "条件为非市域内搬迁时，因这些事由搬迁的照常计" "[规划, 环保, 安全]" "" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三（二）" "K13" Public,
    }
}
