//! An indicator: a measure with its filters, span, unit and places.

use crate::model::activity::ActivityKind;
use crate::model::clause::Clause;
use crate::model::dictionary::{choices, record};
use crate::model::project::{ContractKind, Origin};
use crate::model::quantity::{Denomination, Quantity};
use crate::model::reference::{ChainRef, IndicatorRef, LampSetRef, SectorRef};
use crate::model::word::{Count, Id};

choices! {
    /// How facts become a value.
    MeasureKind = "取数" "measure" {
        Funds = "到位资金" "funds",
        Contract = "合同额" "contract",
        Projects = "项目个数" "projects",
        Activities = "活动次数" "activities",
        Visited = "走访对象数" "visited",
        Reported = "上报数" "reported",
    }
}

choices! {
    /// What stretch of time an indicator covers.
    SpanKind = "时段" "span" {
        Month = "当月" "month",
        Quarter = "当季" "quarter",
        Year = "本年累计" "year",
        Plan = "方案期累计" "plan",
    }
}

choices! {
    /// Where an indicator's value comes from.
    SourceKind = "来源" "source" {
        Projects = "项目" "projects",
        Reported = "上报" "reported",
        Quoted = "引用" "quoted",
    }
}

choices! {
    /// A stage of a project, with a date of its own.
    Stage = "环节" "stage" {
        Signed = "签约" "signed",
        Landed = "落地" "landed",
        Started = "开工" "started",
        Producing = "投产" "producing",
        Capacity = "达效" "capacity",
    }
}

choices! {
    /// What a fact must have before it counts.
    Condition = "计入条件" "condition" {
        FormalContract = "正式合同" "formal-contract",
        ContractRecognised = "合同已认定" "contract-recognised",
        Started = "项目已开工" "started",
        StartRecognised = "开工已认定" "start-recognised",
        Voucher = "有凭证" "voucher",
    }
}

record! {
    /// An indicator with its definition.
    Indicator = "指标" "indicator" "一个指标和它的口径" {
        id: Id = "编号" "编号" "funds" "" Public,
        name: String = "名称" "名称" "到位资金" "W04" Public,
        short: Option<String> = "简称" "表头用的短名" "到位" "" Public,
        aliases: Vec<String> = "别名" "其他叫法" "[资金到位额]" "" Public,
        measure: MeasureKind = "取数" "怎样由记录得到数" "到位资金" "" Public,
        source: SourceKind = "来源" "数从哪里来" "项目" "" Public,
        unit: Denomination = "单位" "计量单位" "亿元" "D55" Public,
        places: Option<Count> = "小数" "打印几位小数，不写为 2；个数为 0" "2" "" Public,
        rate_places: Option<Count> = "率小数" "完成率打印几位小数，不写为 2" "2" "" Public,
        reads: Option<IndicatorRef> = "取自" "上报或引用的总数记在哪个指标名下；不写为本指标" "市外到位资金" "G08" Public,
        span: SpanKind = "时段" "一个指标只有一个时段" "本年累计" "" Public,
        definition: String = "口径" "一句话说清数的是什么" "已开工项目当年到位的资金" "W05" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三（二）" "W05" Public,
        filter: Option<Filter> = "范围" "只数符合这些条件的记录" "{合同额不低于: 1亿元}" "G09" Public,
        conditions: Vec<CountingCondition> = "计入" "记录计入的前提；不满足的列入“未计入”并写明原因" "[{条件: 项目已开工, 依据: 附件2 三（二）}]" "K13" Public,
        curve: Option<Id> = "序时" "用哪条序时曲线；不写则没有序时" "quarters" "W29" Public,
        no_curve: Option<String> = "无序时说明" "没有序时的原因" "文件未规定签约的进度" "" Public,
        lamps: Option<LampSetRef> = "灯组" "用哪组灯" "funds-lamps" "W45" Public,
        part_of: Option<IndicatorRef> = "其中" "是哪个指标的“其中”" "签约项目数" "G10" Public,
    }
}

record! {
    /// Which facts an indicator is about.
    Filter = "范围" "filter" "指标只数符合条件的记录" {
        stage: Option<Stage> = "环节" "按哪个环节的日期数" "签约" "G09" Public,
        origins: Vec<Origin> = "来源地" "投资来源" "[市外]" "F42" Public,
        sectors: Vec<SectorRef> = "领域" "领域" "[生态工业]" "" Public,
        chains: Vec<ChainRef> = "产业链" "产业链" "[食品加工]" "A30" Public,
        contracts: Vec<ContractKind> = "合同类型" "合同类型" "[正式合同]" "K12" Public,
        at_least: Option<Quantity> = "合同额不低于" "合同额的下限，含本数" "1亿元" "G09" Public,
        above: Option<Quantity> = "合同额超过" "合同额的下限，不含本数" "5亿元" "A27" Public,
        activities: Vec<ActivityKind> = "活动" "活动的类别" "[培训]" "W38" Public,
    }
}

record! {
    /// A condition that a fact must meet before it counts.
    CountingCondition = "计入条件" "counting-condition" "记录计入的一个前提" {
        condition: Condition = "条件" "前提" "项目已开工" "K13" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三（二）" "K13" Public,
    }
}

impl Indicator {
    /// Decimal places of printed values: as declared, else 2, and 0 for things that are counted.
    pub fn places(&self) -> u32 {
        let default = if self.unit.power == 0 { 0 } else { 2 };
        self.places.map_or(default, |places| places.0)
    }

    /// Decimal places of printed rates, 2 unless declared.
    pub fn rate_places(&self) -> u32 {
        self.rate_places.map_or(2, |places| places.0)
    }

    /// Whether a word names this indicator.
    pub fn is_called(&self, word: &str) -> bool {
        self.id.as_str() == word
            || self.name == word
            || self.aliases.iter().any(|alias| alias == word)
    }

    /// The name used in heads of tables.
    pub fn short(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}
