//! A plan: an official document in force, as declared rules.

pub mod assessment;
pub mod campaign;
pub mod credit;
pub mod curve;
pub mod duty;
pub mod fact_kind;
pub mod form;
pub mod indicator;
pub mod organisation;
pub mod stage;
pub mod target;
pub mod task;
pub mod upkeep;

use chrono::NaiveDate;

use crate::model::dictionary::{choices, record};
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::grade::{Grade, ListRule};
use crate::model::plan::assessment::lamp::LampSet;
use crate::model::plan::assessment::ranking::Ranking;
use crate::model::plan::assessment::score_item::ScoreItem;
use crate::model::plan::campaign::Campaign;
use crate::model::plan::credit::{CreditRule, ExchangeRate, MergedGoals};
use crate::model::plan::curve::Curve;
use crate::model::plan::duty::Duty;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::form::Form;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::organisation::Organisation;
use crate::model::plan::stage::StageRule;
use crate::model::plan::target::{Target, TargetTable};
use crate::model::plan::task::{Phrase, Task};
use crate::model::plan::upkeep::{EvidenceRule, FollowUp, Need};
use crate::model::value::clause::Clause;
use crate::model::value::date::{CutoffDay, Days};
use crate::model::value::period::Period;
use crate::model::value::reference::{
    IndicatorRef, LeaderRef, ScopeRef, SectorRef, UnitRef,
};
use crate::model::value::share::Share;
use crate::model::value::word::{Address, Id};

record! {
    /// `plans/<plan>.yaml`: an official document in force.
    Plan = "方案" "plan" "一份施行中的正式文件：文件 plans/<编号>.yaml" key(id) title(name) rule order = 5 {
        id: Id = "编号" "编号，与文件名相同" "wushan-2023" "" Public,
        name: String = "名称" "文件的题名" "巫山县2023年抓招商促投资攻坚行动实施方案" "G01" Public,
        number: Option<String> = "文号" "发文字号" "广投促委办〔2023〕4号" "G01" Public,
        issuer: Option<String> = "制发机关" "制发文件的机关" "广元市投资促进委员会办公室" "G01" Public,
        issued: Option<NaiveDate> = "日期" "成文或印发日期" "2023-04-13" "G62" Public,
        draft: Option<String> = "状态" "草案性质的状态，如 征求意见稿；据此计算的结果都会注明" "征求意见稿" "W01" Public,
        span: Days = "期间" "文件管的起止日期" "2023-01-01 至 2023-12-31" "G63" Public,
        clauses: Vec<ClauseNote> = "条款" "被引用的条款和各自的要点" "[{条: 二, 要点: 工作目标}]" "G32" Public,
        cutoffs: Vec<Cutoff> = "截止" "各类事项的报送截止日" "[{事项: 资金, 日: 次月7日, 依据: 附件2 六（一）}]" "K36" Public,
        carry_over: Option<CarryOver> = "跨年" "上年的事到截止日以后才报来的，怎么办；不写为不计入" "年度结算计入" "" Public,
        class_day: Option<ClassDay> = "企业类别" "签约以后才取得的企业类别、上榜，算不算以前签的合同：签约时的不算，期末的算；不写为签约时" "期末" "" Public,
        duties: Vec<Duty> = "报送任务" "各单位按期报送的材料和期限" "[{编号: weekly, 名称: 行动信息, 周期: 每周, 期限: 当周五, 起: 2023-05-01, 单位: [各县（市、区）], 依据: 四（三）}]" "D28" Public,
        campaigns: Vec<Campaign> = "战役" "有起止日期的攻坚行动" "[…]" "D14" Public,
        stages: Vec<StageRule> = "环节认定" "凭什么认定项目到了一个环节" "[{环节: 落地, 凭任一: [备案, 营业执照], 依据: 附件1 注1}]" "D38" Public,
        organisations: Vec<Organisation> = "机构" "领导小组、工作组等，和对成员单位的人员要求" "[{编号: leading-group, 名称: 县招商引资工作领导小组, 成员: [招商部门], 明确: [分管负责人], 依据: 四（一）}]" "W40" Public,
        needs: Vec<Need> = "登记要求" "项目到了一个环节，记录里须有的内容" "[{环节: 签约, 须有: [论证], 投资不低于: 1亿元, 依据: 二（二）1}]" "G30" Public,
        evidence: Vec<EvidenceRule> = "凭证要求" "资金、开工认哪些凭证" "[{事项: 资金, 入统: 是, 认: [统计部门核定], 依据: 附件2 三（二）}]" "K14" Public,
        follow_up: Option<FollowUp> = "跟踪" "台账须写明承办单位、多少天内须更新" "{活动: [线索, 洽谈], 天数: 60, 依据: 二（三）4}" "G49" Public,
        grades: Vec<Grade> = "等级" "项目等级，由高到低" "[{编号: major, 名称: 重大, 满足任一: [{投资不低于: 20亿元}, {产值不低于: 50亿元}], 依据: 附件2 备注1}]" "F38" Public,
        lists: Vec<ListRule> = "名单" "认定投资方类别的名单" "[{名称: 中国企业500强, 年限: 1, 依据: 附件2 注1}]" "D47" Public,
        credits: Vec<CreditRule> = "归属规则" "来源地权重和联合项目的分法" "[…]" "F42" Public,
        merged_goals: Option<MergedGoals> = "并入目标" "年中并入别的单位的，目标表里的目标怎么办；不写为相加" "另行下达" "" Public,
        rates: Vec<ExchangeRate> = "汇率" "外币折算的规定汇率；没有写的币种不折算、不相加" "[{币种: 美元, 汇率: 6.6, 起用: 2016-01-01, 依据: 一（二）}]" "G11" Public,
        phrases: Vec<Phrase> = "称呼" "文件里对几个单位、分组的统称" "[{写作: 各县区政府, 指: [县区, 园区], 依据: 二（一）1}]" "G14" Public,
        tasks: Vec<Task> = "任务" "任务清单" "[…]" "G04" Public,
        curves: Vec<Curve> = "序时" "序时曲线：到何时应完成多少" "[…]" "W29" Public,
        lamps: Vec<LampSet> = "灯组" "五色图等状态和界限" "[…]" "W45" Public,
        indicators: Vec<Indicator> = "指标" "指标和口径" "[…]" "W05" Public,
        targets: Vec<Target> = "目标" "不在目标表里的目标" "[{编号: year, 指标: 到位资金, 范围: 全县, 值: 70亿元, 依据: 二}]" "W04" Public,
        tables: Vec<TargetTable> = "目标表" "任务分解表" "[…]" "W48" Public,
        forms: Vec<Form> = "统计表" "方案所附的统计表样" "[…]" "D36" Public,
        listings: Vec<SectorListing> = "领域分工" "文件对同一领域分工的各处写法" "[…]" "W53" Internal,
        rankings: Vec<Ranking> = "排位" "单位怎样排位" "[…]" "K41" Public,
        assessments: Vec<Assessment> = "考核" "考核办法" "[…]" "K03" Public,
        restrictions: Vec<Restriction> = "公开限制" "公开版不公布或并入别处公布的数" "[{指标: 到位资金, 各类: [单位], 处理: 不公开, 理由: 一个单位往往只有一个项目}]" "" Public,
        rulings: Vec<Ruling> = "裁定" "文件没有写明或前后不一之处，采用哪种读法" "[…]" "K49" Public,
    }
}

choices! {
    /// What becomes of facts of a year that were submitted after its last cut-off.
    CarryOver = "跨年" "carry-over" {
        NextYear = "计入次年" "next-year",
        Settlement = "年度结算计入" "settlement",
        Never = "不计入" "never",
    }
}

choices! {
    /// The day as of which the class of an investor counts.
    ClassDay = "企业类别" "class-day" {
        Signing = "签约时" "signing",
        End = "期末" "end",
    }
}

record! {
    /// A clause that is cited, with its gist.
    ClauseNote = "条款" "clause-note" "被引用的一处条款" identity(clause) {
        clause: Clause = "条" "在文件中的位置" "三（三）3" "" Public,
        gist: String = "要点" "要点，用自己的话，不超过四十字" "一至四季度到位资金进度" "" Public,
    }
}

record! {
    /// The cut-off of a kind of facts.
    Cutoff = "报送截止" "cutoff" "一类事项的报送截止日" identity(kind) {
        kind: FactKind = "事项" "事项的类别" "资金" "K34" Public,
        day: CutoffDay = "日" "截止日" "次月7日" "K36" Public,
        clause: Clause = "依据" "依据的条款" "附件2 六（一）" "K36" Public,
    }
}

record! {
    /// The leaders and units of a sector, as one place of the document lists them.
    SectorListing = "领域分工" "sector-listing" "文件一处对一个领域的分工" identity(sector, place) {
        sector: SectorRef = "领域" "领域" "生态工业" "W15" Internal,
        place: Clause = "依据" "文件中的位置" "三（二）3" "W53" Internal,
        name: Option<String> = "写作" "该处对领域的叫法，与名录不同时写" "金融科技" "W18" Internal,
        leaders: Vec<LeaderRef> = "牵头领导" "该处列的牵头领导、组长" "[县领导丁]" "W19" Internal,
        units: Vec<UnitRef> = "单位" "该处列的责任单位，照文件的先后" "[县发展改革委]" "W53" Internal,
        sites: Vec<UnitRef> = "落地单位" "该处列的项目落地单位" "[临港经济区]" "F16" Internal,
        focus: Option<String> = "工作重点" "该处写的工作重点，用自己的话" "装配式建筑、智能家居" "F16" Internal,
        from: Option<NaiveDate> = "起用" "从哪天起照这样分工" "2021-07-10" "F26" Internal,
    }
}

choices! {
    /// What the public gets in place of a protected number.
    Withholding = "处理" "withholding" {
        Hidden = "不公开" "hidden",
        Merged = "合并" "merged",
        Given = "公开" "given",
    }
}

choices! {
    /// Kinds of scopes.
    ScopeKind = "范围类别" "scope-kind" {
        Unit = "单位" "unit",
        Sector = "领域" "sector",
        Group = "分组" "group",
        Other = "其他单位" "other",
        Whole = "全域" "whole",
    }
}

record! {
    /// Numbers of an indicator that the public does not get in full.
    Restriction = "公开限制" "restriction" "一个指标在一些范围的数，公开版不单独公布" identity(indicator, scopes, kinds) {
        indicator: IndicatorRef = "指标" "哪个指标" "到位资金" "" Public,
        scopes: Vec<ScopeRef> = "范围" "逐个写明的范围" "[县交通局]" "" Public,
        kinds: Vec<ScopeKind> = "各类" "整类的范围：单位、领域、分组、其他单位、全域" "[单位]" "" Public,
        treatment: Withholding = "处理" "不公开：不列出，也不能由别的数推出；合并：不单独列出，只进更大范围的合计；公开：按不公开的字段（如投资方类别、注册地）挑选或归类的数照样公布" "合并" "" Public,
        days: Option<Days> = "期间" "只管这段日子里结束的各期；不写则各期都管" "2023-01-01 至 2023-03-31" "" Public,
        dominance: Option<Share> = "主导" "这个指标照样公布的数里，不许有一个项目占到这么多；不写则不查" "90%" "" Public,
        within: Option<ScopeRef> = "并入" "合并到哪个范围" "县级部门" "" Public,
        reason: String = "理由" "理由" "一个单位往往只有一个项目" "" Internal,
    }
}

record! {
    /// A declared reading where the document is silent or contradicts itself.
    Ruling = "裁定" "ruling" "对文件未写明或前后不一之处的读法" identity(id, date) {
        id: Id = "编号" "编号" "weights" "" Public,
        clause: Clause = "依据" "有疑问的条款" "附件2 二" "K04" Public,
        question: String = "问题" "哪里没有写明或不一致" "权重两处不同" "K04" Public,
        reading: String = "取" "采用的读法" "取附件2 三的权重" "K04" Public,
        reason: Option<String> = "理由" "理由" "三为计分细则" "K49" Public,
        date: NaiveDate = "日期" "作出裁定的日期" "2023-02-01" "K49" Public,
        by: Option<String> = "裁定人" "作出裁定的机关；演示时写“演示裁定”" "演示裁定" "K49" Public,
        findings: Vec<RuledFinding> = "所涉问题" "核对时因文件本身而起、据此裁定不再报告的问题" "[{代码: text-table-differ, 涉及: 生态工业}]" "" Internal,
        source: Option<Address> = "网址" "文件的网址" "https://example.gov.cn/1.html" "" Public,
    }
}

record! {
    /// A finding that is caused by the document itself.
    RuledFinding = "所涉问题" "ruled-finding" "一个由文件本身引起的核对问题" identity(code, subject, indicator, numbers) {
        code: Id = "代码" "问题的代码" "text-table-differ" "" Internal,
        subject: String = "涉及" "问题涉及的对象，照 `check` 打印的写" "生态工业" "" Internal,
        indicator: Option<String> = "指标" "问题涉及的指标，照 `check` 打印的写" "到位资金" "" Internal,
        numbers: Vec<String> = "数" "问题里的数或不同之处，照 `check` 打印的写；数变了，裁定就不再管它" "[9亿元, 10亿元]" "" Internal,
    }
}

impl Plan {
    /// Returns the lamp set with an id or a name.
    pub fn lamp_set(&self, word: &str) -> Option<&LampSet> {
        self.lamps.iter().find(|set| set.id.as_str() == word || set.name == word)
    }

    /// Returns the item that a duty names for what is not reported.
    pub fn deduction(&self, duty: &Duty) -> Option<&ScoreItem> {
        let id = duty.deduction.as_ref()?;
        let mut items = self.assessments.iter().flat_map(|assessment| &assessment.items);
        items.find(|item| item.id == *id)
    }

    /// Returns whether a period belongs to this plan: a campaign must be declared in it.
    pub fn knows(&self, period: &Period) -> bool {
        match period {
            Period::Campaign(id, _) => {
                self.campaigns.iter().any(|campaign| campaign.id.as_str() == id)
            }
            _ => true,
        }
    }
}
