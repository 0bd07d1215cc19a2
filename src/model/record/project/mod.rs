//! A project: raw facts with their dates and evidence, nothing that can be computed.

mod entries;
mod promises;
pub mod version;
mod words;

use chrono::NaiveDate;

use crate::model::dictionary::{Correctable, record};
pub use crate::model::record::project::entries::*;
pub use crate::model::record::project::promises::*;
pub use crate::model::record::project::words::*;
use crate::model::record::relation::Relation;
use crate::model::value::amount::{Energy, Land, Money};
use crate::model::value::date::Days;
use crate::model::value::reference::{ChainRef, LeaderRef, SectorRef, UnitRef};
use crate::model::value::word::{Count, Flag, Id};

record! {
    /// `projects/<year>/<id>.yaml`: one project.
    Project = "项目" "project" "一个招商项目：文件 projects/<首次签约年份>/<编号>.yaml" key(id) title(name) order = 1 {
        id: Id = "编号" "编号，与文件名相同" "ws-2023-017" "" Public,
        name: String = "名称" "项目名称" "脆李精深加工项目" "G32" Public,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Public,
        investor: Investor = "投资方" "投资方" "{名称: 某某食品有限公司, 注册地: 浙江省杭州市}" "W21" Internal changes,
        origin: Origin = "来源地" "投资来源" "市外" "G08" Public changes,
        channel: Option<Channel> = "渠道" "项目由什么渠道引来" "以商招商" "G20" Public changes,
        sector: Option<SectorRef> = "领域" "领域" "生态工业" "W15" Public changes,
        chain: Option<ChainRef> = "产业链" "产业链" "食品加工" "W08" Public changes,
        industry: Option<Industry> = "行业" "国民经济行业的大类" "制造业" "G06" Public changes,
        tags: Vec<String> = "标签" "方案点名的标签，如 链主型、总部型、填空白" "[链主型]" "D31" Public changes,
        unit: UnitRef = "责任单位" "牵头的责任单位" "县经济信息委" "W21" Public changes,
        partners: Vec<UnitRef> = "配合单位" "联合招商的配合单位；另有约定比例的写在“联合”里" "[县农业农村委]" "F43" Public changes,
        site: Option<UnitRef> = "落地单位" "项目落在哪个园区或乡镇" "白涛工业园区" "F31" Public changes,
        leader: Option<LeaderRef> = "责任领导" "责任领导的代称" "县领导甲" "W21" Leader changes,
        steward: Option<UnitRef> = "项目管家" "为项目帮办代办的单位" "市行政审批局" "A42" Public changes,
        shares: Vec<JointShare> = "联合" "联合招商各单位所占比例，含牵头单位，合计 100%" "[{单位: 县经济信息委, 占比: 80%}, {单位: 县农业农村委, 占比: 20%}]" "W35" Public changes,
        shares_reported: Option<NaiveDate> = "联合报告" "书面报告分配比例的日期；没有报告时全部计入牵头单位" "2023-03-20" "W36" Internal changes,
        contracts: Vec<Contract> = "合同" "签订的合同和协议，按先后" "[{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 认定: 2023-03-22}]" "K07" Public,
        investment: Option<Money> = "投资总额" "项目总投资；不写按正式合同的金额" "3.2亿元" "F38" Public changes,
        fixed_assets: Option<Money> = "固定资产投资" "投资总额里的固定资产投资；方案按它占多少定等级时写" "2.1亿元" "" Public changes,
        output: Option<Money> = "预计产值" "达产后的年产值" "50亿元" "F38" Public changes,
        land: Option<Land> = "用地面积" "项目用地的面积；投资强度、亩产税收由它算出" "60亩" "W06" Public changes,
        tax: Option<Money> = "预计税收" "达产后的年税收" "900万元" "W06" Internal changes,
        energy: Option<Energy> = "预计能耗" "达产后的年综合能耗" "1200吨标准煤" "W06" Internal changes,
        lead: Option<StageEntry> = "线索" "得到线索" "{日期: 2023-01-08}" "G19" Internal,
        talks: Option<StageEntry> = "在谈" "开始洽谈" "{日期: 2023-02-10}" "G19" Internal,
        intent: Option<StageEntry> = "意向" "达成合作意向" "{日期: 2023-02-26}" "D04" Internal,
        appraisal: Option<Appraisal> = "论证" "签约以前的评估论证" "{日期: 2023-03-02, 结论: 通过}" "G30" Internal,
        agreed: Vec<Agreed> = "约定" "合同约定的落地、开工、投产日期，供对照是否延误" "[{环节: 开工, 日期: 2023-08-31}]" "D11" Internal,
        supports: Vec<Support> = "保障事项" "答应项目的供地、政策兑现、政策申报等，逐笔登记" "[{事项: 供地, 内容: 一期用地, 数量: 120亩, 应办: 2023-06-30, 办结: 2023-06-12}]" "G28" Internal,
        promises: Vec<Promise> = "政策承诺" "答应项目的优惠政策，逐项写明依据、审查和兑现" "[{类别: 财政奖补, 内容: 标准厂房前三年租金减半, 依据: 投资协议第6条, 日期: 2024-09-02}]" "" Internal,
        fulfilments: Vec<Fulfilment> = "履约" "投资方约定的和核实的，逐项对照，不计分" "[{事项: 年税收, 年份: 2025, 约定: 900万元, 实际: 760万元, 核实: 2026-01-15}]" "" Internal,
        bespoke: Option<String> = "一企一策" "“一企一策”“一事一议”议定的内容" "标准厂房前三年租金减半" "G69" Internal,
        permits: Vec<Permit> = "证照" "办成的证照和手续" "[{证照: 营业执照, 日期: 2023-04-01}]" "D13" Internal,
        landed: Option<StageEntry> = "落地" "落地；方案规定凭证照认定的不用写" "{日期: 2023-04-06}" "D38" Public,
        filing: Option<Filing> = "备案" "投资项目备案或核准" "{日期: 2023-04-06, 金额: 3.0亿元}" "D38" Internal,
        started: Option<StageEntry> = "开工" "开工" "{日期: 2023-05-12, 认定: 2023-05-22, 凭证: [施工许可证]}" "K19" Public,
        producing: Option<StageEntry> = "投产" "投产" "{日期: 2023-11-02}" "D04" Public,
        capacity: Option<StageEntry> = "达效" "达产达效" "{日期: 2024-06-01}" "D04" Public,
        stopped: Option<Stopped> = "终止" "终止或作废，记录保留；何时终止公开，原因不公开" "{日期: 2023-08-01, 原因: 投资方退出}" "G33" Public,
        relocation: Option<Relocation> = "搬迁" "项目是从别处搬迁来的；市域内搬迁计不计入各指标，由方案的计入条件写明" "{日期: 2023-09-15, 范围: 市域内, 文件: 市联席会议纪要〔2023〕8号, 报送: 2023-10-12}" "" Public,
        year_plans: Vec<YearPlan> = "年度计划" "各年计划完成的投资；按项目比进度、按年度计划的大小计分时写" "[{年: 2023, 投资: 1.2亿元}]" "" Internal,
        funds: Vec<FundsEntry> = "到位资金" "逐月到位的资金" "[{月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}]" "K13" Internal,
        changes: Vec<ProjectChange> = "变更" "登记以后变了的，或更正首报的；记录本身仍写最早的" "[{自: 2023-10-01, 报送: 2023-10-09, 责任单位: 县交通局, 原因: 县政府专题会议调整}]" "" Public,
        content: Option<String> = "建设内容" "建设内容" "建设脆李加工生产线两条" "" Internal,
        note: Option<String> = "备注" "备注" "二期用地待批" "" Internal,
    }    changed by ProjectChange = "变更" "project-change" "项目的一处变更，或对首报的更正" identity(since, submitted) {
        since: Option<NaiveDate> = "自" "从哪天起是这样；不写则一直如此，是更正首报" "2023-10-01" "" Public,
        submitted: NaiveDate = "报送" "报来的日期，从这天起知道" "2023-10-09" "" Internal,
        reason: String = "原因" "为什么变更或更正" "县政府专题会议调整" "" Internal,
    }
}

record! {
    /// Who invests.
    Investor = "投资方" "investor" "投资的企业" {
        name: String = "名称" "企业名称" "某某食品有限公司" "" Internal changes,
        seat: Option<String> = "注册地" "注册地" "浙江省杭州市" "D49" Internal changes,
        classes: Vec<String> = "类别" "企业类别" "[专精特新]" "K24" Internal changes,
        listings: Vec<Listing> = "上榜" "在哪些企业名单里" "[{名单: 中国企业500强, 年份: 2022, 关系: 母公司}]" "D47" Internal changes,
    }    changed by InvestorChange = "投资方" "investor-change" "投资方变了的" {}
}

record! {
    /// That an investor is on a list, or related to a company that is.
    Listing = "上榜" "listing" "投资方在一份企业名单里" identity(list, year) fact {
        list: String = "名单" "名单的名称，照方案的写法" "中国企业500强" "D47" Internal,
        year: Option<Count> = "年份" "上榜年份" "2022" "D47" Internal,
        valid: Option<Days> = "有效期" "名单有有效期时写" "2022-08-01 至 2025-07-31" "D50" Internal,
        relation: Option<Relation> = "关系" "投资方与上榜企业的关系，不写为本企业" "母公司" "D48" Internal,
        reviewed: Option<NaiveDate> = "评审" "须经评审的，评审通过的日期" "2023-07-20" "D52" Internal,
    }
}

impl Project {
    /// Returns whether the record is invented.
    pub fn is_demo(&self) -> bool {
        self.demo.is_some_and(|flag| flag.0)
    }

    /// Returns the formal contracts, in the order they are written.
    pub fn formal(&self) -> impl Iterator<Item = &Contract> {
        self.contracts.iter().filter(|contract| {
            contract.kind == ContractKind::Formal && !contract.is_withdrawn()
        })
    }

    /// Returns the entries of the stages that were reached, in their order.
    pub fn stages(&self) -> impl Iterator<Item = &StageEntry> {
        let early = [&self.lead, &self.talks, &self.intent, &self.landed];
        let late = [&self.started, &self.producing, &self.capacity];
        early.into_iter().chain(late).flatten()
    }

    fn stages_mut(&mut self) -> impl Iterator<Item = &mut Option<StageEntry>> {
        let early = [&mut self.lead, &mut self.talks, &mut self.intent, &mut self.landed];
        let late = [&mut self.started, &mut self.producing, &mut self.capacity];
        early.into_iter().chain(late)
    }

    /// Returns the first formal contract.
    pub fn first_formal(&self) -> Option<&Contract> {
        self.formal().next()
    }
}
