//! A project: raw facts with their dates and evidence, nothing that can be computed.

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::plan::stage::{PermitKind, Stage};
use crate::model::record::relation::Relation;
use crate::model::value::amount::{Energy, Land, Money};
use crate::model::value::date::{Days, Month};
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{ChainRef, EventRef, LeaderRef, SectorRef, UnitRef};
use crate::model::value::share::Share;
use crate::model::value::word::{Count, Flag, Id};

choices! {
    /// Where the investment comes from.
    Origin = "来源地" "origin" {
        Outside = "市外" "outside",
        OutsideProvince = "省外" "outside-province",
        InsideCity = "区外市内" "inside-city",
        Local = "区内" "local",
        Foreign = "境外" "foreign",
    }
}

choices! {
    /// The channel through which a lead or a project came.
    Channel = "渠道" "channel" {
        Entrusted = "委托招商" "entrusted",
        Agent = "中介招商" "agent",
        Business = "以商招商" "business",
        Capital = "资本招商" "capital",
        Envoy = "大使顾问" "envoy",
        Chamber = "商会协会" "chamber",
        Team = "小分队" "team",
        Transfer = "产业转移" "transfer",
        Event = "招商活动" "event",
    }
}

choices! {
    /// Kinds of contracts and agreements.
    ContractKind = "合同类型" "contract-kind" {
        Formal = "正式合同" "formal",
        Letter = "意向投资协议" "letter",
        Strategic = "战略合作协议" "strategic",
        Framework = "框架协议" "framework",
        Technical = "技术合作" "technical",
    }
}

choices! {
    /// How a further contract changes the earlier ones.
    Renewal = "续签" "renewal" {
        Renewed = "重签" "renewed",
        Added = "增资" "added",
    }
}

choices! {
    /// Industries by the sections of the national standard; 工业 comprises the middle three.
    Industry = "行业" "industry" {
        Agriculture = "农业" "agriculture",
        Mining = "采矿业" "mining",
        Manufacturing = "制造业" "manufacturing",
        Utilities = "电力热力燃气" "utilities",
        Construction = "建筑业" "construction",
        Services = "服务业" "services",
    }
}

choices! {
    /// What can be promised to a project.
    SupportKind = "保障" "support-kind" {
        Land = "供地" "land",
        Policy = "政策兑现" "policy",
        Application = "政策申报" "application",
    }
}

choices! {
    /// How an appraisal ended.
    Verdict = "论证结论" "appraisal-verdict" {
        Passed = "通过" "passed",
        Conditional = "有条件通过" "conditional",
        Rejected = "不通过" "rejected",
    }
}

record! {
    /// `projects/<year>/<id>.yaml`: one project.
    Project = "项目" "project" "一个招商项目：文件 projects/<首次签约年份>/<编号>.yaml" key(id) title(name) order = 1 {
        id: Id = "编号" "编号，与文件名相同" "ws-2023-017" "" Public,
        name: String = "名称" "项目名称" "脆李精深加工项目" "G32" Public,
        demo: Option<Flag> = "演示" "虚构的记录写“是”" "是" "" Public,
        investor: Investor = "投资方" "投资方" "{名称: 某某食品有限公司, 注册地: 浙江省杭州市}" "W21" Internal,
        origin: Origin = "来源地" "投资来源" "市外" "G08" Public,
        channel: Option<Channel> = "渠道" "项目由什么渠道引来" "以商招商" "G20" Public,
        sector: Option<SectorRef> = "领域" "领域" "生态工业" "W15" Public,
        chain: Option<ChainRef> = "产业链" "产业链" "食品加工" "W08" Public,
        industry: Option<Industry> = "行业" "国民经济行业的大类" "制造业" "G06" Public,
        tags: Vec<String> = "标签" "方案点名的标签，如 链主型、总部型、填空白" "[链主型]" "D31" Public,
        unit: UnitRef = "责任单位" "牵头的责任单位" "县经济信息委" "W21" Public,
        partners: Vec<UnitRef> = "配合单位" "联合招商的配合单位；另有约定比例的写在“联合”里" "[县农业农村委]" "F43" Public,
        site: Option<UnitRef> = "落地单位" "项目落在哪个园区或乡镇" "白涛工业园区" "F31" Public,
        leader: Option<LeaderRef> = "责任领导" "责任领导的代称" "县领导甲" "W21" Leader,
        steward: Option<UnitRef> = "项目管家" "为项目帮办代办的单位" "市行政审批局" "A42" Public,
        shares: Vec<JointShare> = "联合" "联合招商各单位所占比例，含牵头单位，合计 100%" "[{单位: 县经济信息委, 占比: 80%}, {单位: 县农业农村委, 占比: 20%}]" "W35" Public,
        shares_reported: Option<NaiveDate> = "联合报告" "书面报告分配比例的日期；没有报告时全部计入牵头单位" "2023-03-20" "W36" Internal,
        contracts: Vec<Contract> = "合同" "签订的合同和协议，按先后" "[{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 认定: 2023-03-22}]" "K07" Public,
        investment: Option<Money> = "投资总额" "项目总投资；不写按正式合同的金额" "3.2亿元" "F38" Public,
        fixed_assets: Option<Money> = "固定资产投资" "投资总额里的固定资产投资；方案按它占多少定等级时写" "2.1亿元" "" Public,
        output: Option<Money> = "预计产值" "达产后的年产值" "50亿元" "F38" Public,
        land: Option<Land> = "用地面积" "项目用地的面积；投资强度、亩产税收由它算出" "60亩" "W06" Public,
        tax: Option<Money> = "预计税收" "达产后的年税收" "900万元" "W06" Internal,
        energy: Option<Energy> = "预计能耗" "达产后的年综合能耗" "1200吨标准煤" "W06" Internal,
        lead: Option<StageEntry> = "线索" "得到线索" "{日期: 2023-01-08}" "G19" Internal,
        talks: Option<StageEntry> = "在谈" "开始洽谈" "{日期: 2023-02-10}" "G19" Internal,
        intent: Option<StageEntry> = "意向" "达成合作意向" "{日期: 2023-02-26}" "D04" Internal,
        appraisal: Option<Appraisal> = "论证" "签约以前的评估论证" "{日期: 2023-03-02, 结论: 通过}" "G30" Internal,
        agreed: Vec<Agreed> = "约定" "合同约定的落地、开工、投产日期，供对照是否延误" "[{环节: 开工, 日期: 2023-08-31}]" "D11" Internal,
        supports: Vec<Support> = "保障事项" "答应项目的供地、政策兑现、政策申报等，逐笔登记" "[{事项: 供地, 内容: 一期用地, 数量: 120亩, 应办: 2023-06-30, 办结: 2023-06-12}]" "G28" Internal,
        bespoke: Option<String> = "一企一策" "“一企一策”“一事一议”议定的内容" "标准厂房前三年租金减半" "G69" Internal,
        permits: Vec<Permit> = "证照" "办成的证照和手续" "[{证照: 营业执照, 日期: 2023-04-01}]" "D13" Internal,
        landed: Option<StageEntry> = "落地" "落地；方案规定凭证照认定的不用写" "{日期: 2023-04-06}" "D38" Public,
        filing: Option<Filing> = "备案" "投资项目备案或核准" "{日期: 2023-04-06, 金额: 3.0亿元}" "D38" Internal,
        started: Option<StageEntry> = "开工" "开工" "{日期: 2023-05-12, 认定: 2023-05-22, 凭证: [施工许可证]}" "K19" Public,
        producing: Option<StageEntry> = "投产" "投产" "{日期: 2023-11-02}" "D04" Public,
        capacity: Option<StageEntry> = "达效" "达产达效" "{日期: 2024-06-01}" "D04" Public,
        stopped: Option<Stopped> = "终止" "终止或作废，记录保留；何时终止公开，原因不公开" "{日期: 2023-08-01, 原因: 投资方退出}" "G33" Public,
        funds: Vec<FundsEntry> = "到位资金" "逐月到位的资金" "[{月份: 2023-05, 金额: 1200万元, 凭证: [银行回单]}]" "K13" Internal,
        content: Option<String> = "建设内容" "建设内容" "建设脆李加工生产线两条" "" Internal,
        note: Option<String> = "备注" "备注" "二期用地待批" "" Internal,
    }
}

record! {
    /// Who invests.
    Investor = "投资方" "investor" "投资的企业" {
        name: String = "名称" "企业名称" "某某食品有限公司" "" Internal,
        seat: Option<String> = "注册地" "注册地" "浙江省杭州市" "D49" Internal,
        classes: Vec<String> = "类别" "企业类别" "[专精特新]" "K24" Internal,
        listings: Vec<Listing> = "上榜" "在哪些企业名单里" "[{名单: 中国企业500强, 年份: 2022, 关系: 母公司}]" "D47" Internal,
    }
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

record! {
    /// A permit that was granted or a procedure that was completed.
    Permit = "证照" "permit" "办成的一项证照或手续" identity(kind, date) fact {
        kind: PermitKind = "证照" "哪一种" "营业执照" "D39" Internal,
        date: NaiveDate = "日期" "取得的日期" "2023-04-01" "D13" Internal,
        number: Option<String> = "文号" "证号或文号" "巫山备2023第12号" "D13" Internal,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-04-20" "K34" Internal,
        recognised: Option<NaiveDate> = "认定" "认定日期" "2023-04-22" "K19" Internal,
    }
}

record! {
    /// A unit's share of a joint project.
    JointShare = "联合占比" "joint-share" "联合招商中一个单位所占的比例" identity(unit) fact {
        unit: UnitRef = "单位" "责任单位" "县农业农村委" "W35" Public,
        share: Share = "占比" "所占比例" "20%" "W35" Public,
    }
}

record! {
    /// A contract or agreement.
    Contract = "合同" "contract" "一份合同或协议" identity(kind, signed) evidence(evidence) fact {
        kind: ContractKind = "类型" "只有正式合同计入合同额" "正式合同" "K12" Public,
        signed: NaiveDate = "签订" "签订日期" "2023-03-18" "K07" Public,
        amount: Money = "金额" "合同约定的投资金额" "3.2亿元" "K07" Public,
        renewal: Option<Renewal> = "续签" "重签：金额取代先前的合同，只计差额；增资：只计新增" "重签" "G29" Public,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-03-20" "K34" Internal,
        recognised: Option<NaiveDate> = "认定" "认定日期" "2023-03-22" "K11" Internal,
        event: Option<EventRef> = "签约活动" "在哪次活动上签约；写了可防同一项目在几次活动上重复计" "西博会" "G53" Public,
        evidence: Vec<String> = "凭证" "佐证资料" "[合同文本]" "K34" Internal,
    }
}

record! {
    /// The result of a project's appraisal.
    Appraisal = "论证" "appraisal" "对项目的一次评估论证" fact {
        date: NaiveDate = "日期" "论证的日期" "2023-03-02" "G30" Internal,
        verdict: Verdict = "结论" "论证的结论" "通过" "G30" Internal,
        by: Option<UnitRef> = "单位" "组织论证的单位" "市发展改革委" "G30" Internal,
    }
}

record! {
    /// The agreed day by which a project is to reach a stage.
    Agreed = "约定" "agreed" "合同约定的一个环节的日期" identity(stage) fact {
        stage: Stage = "环节" "环节" "开工" "D11" Internal,
        date: NaiveDate = "日期" "约定到达的日期" "2023-08-31" "D11" Internal,
    }
}

record! {
    /// A promise to a project, and when it was kept.
    Support = "保障事项" "support" "答应项目的一件事" identity(kind, what) evidence(evidence) fact {
        kind: SupportKind = "事项" "哪一种" "供地" "G41" Internal,
        what: String = "内容" "具体内容、政策名称" "外商直接投资到资奖励" "G28" Internal,
        quantity: Option<Quantity> = "数量" "面积或金额" "120亩" "G41" Internal,
        due: NaiveDate = "应办" "应办结的日期" "2023-06-30" "G28" Internal,
        done: Option<NaiveDate> = "办结" "办结的日期" "2023-06-12" "G28" Internal,
        submitted: Option<NaiveDate> = "报送" "办结的报送日期；不写视为及时" "2023-06-20" "K34" Internal,
        evidence: Vec<String> = "凭证" "佐证资料" "[拨付凭证]" "G28" Internal,
    }
}

record! {
    /// The filing of an investment project.
    Filing = "备案" "filing" "投资项目备案或核准" evidence(evidence) fact {
        date: NaiveDate = "日期" "备案日期" "2023-04-06" "D38" Internal,
        amount: Option<Money> = "金额" "备案的总投资" "3.0亿元" "D42" Internal,
        evidence: Vec<String> = "凭证" "佐证资料" "[备案证]" "D13" Internal,
    }
}

record! {
    /// A stage that was reached.
    StageEntry = "环节" "stage-entry" "项目到达的一个环节" evidence(evidence) fact {
        date: NaiveDate = "日期" "到达的日期" "2023-05-12" "K20" Public,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-05-20" "K34" Internal,
        recognised: Option<NaiveDate> = "认定" "认定日期" "2023-05-22" "K19" Internal,
        evidence: Vec<String> = "凭证" "佐证资料" "[施工许可证]" "K20" Internal,
    }
}

record! {
    /// Why and when a project ended.
    Stopped = "终止" "stopped" "项目终止或作废" fact {
        date: NaiveDate = "日期" "终止日期" "2023-08-01" "G33" Public,
        reason: String = "原因" "原因" "投资方退出" "G33" Internal,
    }
}

record! {
    /// Money that arrived in a month, or a correction of it.
    FundsEntry = "到位资金" "funds-entry" "一个月到位的资金，或对它的更正" identity(month, corrected) evidence(evidence) fact {
        month: Month = "月份" "资金到位的月份" "2023-05" "K13" Internal,
        amount: Money = "金额" "到位金额；更正时写增减，减少写负数" "1200万元" "K13" Internal,
        submitted: Option<NaiveDate> = "报送" "报送日期；不写视为及时" "2023-06-05" "K36" Internal,
        corrected: Option<NaiveDate> = "更正" "更正先前一笔时写更正的日期" "2023-07-03" "" Internal,
        evidence: Vec<String> = "凭证" "银行凭证或统计核定" "[银行回单]" "K15" Internal,
        note: Option<String> = "说明" "更正的原因等" "银行回单重复录入" "" Internal,
    }
}

impl Project {
    /// Returns whether the record is invented.
    pub fn is_demo(&self) -> bool {
        self.demo.is_some_and(|flag| flag.0)
    }

    /// Returns the formal contracts, in the order they are written.
    pub fn formal(&self) -> impl Iterator<Item = &Contract> {
        self.contracts.iter().filter(|contract| contract.kind == ContractKind::Formal)
    }

    /// Returns the first formal contract.
    pub fn first_formal(&self) -> Option<&Contract> {
        self.formal().next()
    }
}

/// Returns the formal contracts that count together: a renewed contract replaces all before it, and
/// further ones are added (G29).
pub fn in_force<'a, 'b>(formal: &'b [&'a Contract]) -> &'b [&'a Contract] {
    let last_renewal =
        formal.iter().rposition(|contract| contract.renewal == Some(Renewal::Renewed));
    &formal[last_renewal.unwrap_or(0)..]
}
