//! An indicator: a measure with its filters, span, unit and places.

pub mod project_amount;
pub mod span_kind;
pub mod filter;

use crate::model::dictionary::{choices, record};
use crate::model::plan::indicator::filter::{CountingCondition, Filter};
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::clause::Clause;
use crate::model::value::date::Days;
use crate::model::value::quantity::{Base, Denomination};
use crate::model::value::reference::{IndicatorRef, LampSetRef};
use crate::model::value::share::Share;
use crate::model::value::word::{Id, Places};

choices! {
    /// How facts become a value.
    MeasureKind = "取数" "measure" {
        Funds = "到位资金" "funds",
        Contract = "合同额" "contract",
        Projects = "项目个数" "projects",
        Activities = "活动次数" "activities",
        Visited = "走访对象数" "visited",
        Reported = "上报数" "reported",
        StageAmount = "环节数额" "stage-amount",
        Planned = "年度计划投资" "planned",
        Missed = "缺报次数" "missed",
        SupportDue = "应办保障" "support-due",
        SupportDone = "已办保障" "support-done",
        Ratio = "比率" "ratio",
        ShareOfWhole = "占比" "share",
        PerHead = "人均" "per-head",
        PerArea = "地均" "per-area",
        Growth = "同比" "growth",
        Difference = "相差" "difference",
        Capped = "限额计入" "capped",
        Scaled = "抽查折算" "scaled",
    }
}

choices! {
    /// Where an indicator's value comes from.
    SourceKind = "来源" "source" {
        Projects = "项目" "projects",
        Reported = "上报" "reported",
        Quoted = "引用" "quoted",
        Below = "下级" "below",
    }
}

choices! {
    /// What is counted only once, however often it occurs.
    Distinct = "去重" "distinct" {
        Partner = "对象" "partner",
        Project = "项目" "project",
        Investor = "投资方" "investor",
        Leader = "领导" "leader",
        Unit = "单位" "unit",
    }
}

choices! {
    /// What a sum prints of which some parts were not reported.
    WhenSilent = "缺报" "when-silent" {
        SumOfReported = "合计已报" "sum-of-reported",
        NoSum = "不列合计" "no-sum",
    }
}

choices! {
    /// What a reported number is of, and so how those of several periods become one.
    Accrual = "报数" "accrual" {
        Flow = "当期" "flow",
        ToDate = "累计" "to-date",
        Stock = "时点" "stock",
    }
}

choices! {
    /// An axis by which an indicator is listed, besides the units.
    Axis = "分列" "axis" {
        Leader = "领导" "leader",
        Chain = "产业链" "chain",
        Sector = "领域" "sector",
        Region = "来源区域" "region",
        Channel = "渠道" "channel",
        Task = "任务" "task",
    }
}

record! {
    /// An indicator with its definition.
    Indicator = "指标" "indicator" "一个指标和它的口径" identity(id, unit, name) {
        id: Id = "编号" "编号" "funds" "" Public,
        name: String = "名称" "名称" "到位资金" "W04" Public,
        short: Option<String> = "简称" "表头用的短名" "到位" "" Public,
        aliases: Vec<String> = "别名" "其他叫法" "[资金到位额]" "" Public,
        measure: MeasureKind = "取数" "怎样由记录得到数" "到位资金" "" Public,
        amount: Option<ProjectAmount> = "数额" "取数为环节数额时，加总项目的哪个数" "投资总额" "W10" Public,
        source: SourceKind = "来源" "数从哪里来；下级的由下级账本发布的存档相加，取数写上报数，指标的名称、别名或编号与下级的相同" "项目" "" Public,
        unit: Denomination = "单位" "计量单位" "亿元" "D55" Public,
        places: Option<Places> = "小数" "打印几位小数，不写为 2；个数为 0" "2" "" Public,
        rate_places: Option<Places> = "率小数" "完成率打印几位小数，不写为 2" "2" "" Public,
        reads: Option<IndicatorRef> = "取自" "上报或引用的总数记在哪个指标名下；不写为本指标" "市外到位资金" "G08" Public,
        when_silent: Option<WhenSilent> = "缺报" "有单位未报时，合计印已报各单位之和并注明不含哪些单位，还是不列合计；取数为上报数的不写为合计已报，由项目、活动记录得到的写了才把单位分开看" "不列合计" "" Public,
        accrual: Option<Accrual> = "报数" "取数为上报数时，报来的是什么数：当期的逐期相加，累计的取最新一期、每年从头累计，时点的（如在建项目数）取最新一期；不写，率、百分点、得分、位次、平均数为时点，其余为当期，一行写了“累计”的照那一行" "时点" "" Public,
        span: SpanKind = "时段" "一个指标只有一个时段" "本年累计" "" Public,
        campaign: Option<Id> = "战役" "时段为战役期累计时，哪个战役" "bairi3" "D40" Public,
        days: Option<Days> = "起止" "时段为定期累计时的起止日期" "2021-01-01 至 2023-12-31" "F08" Public,
        base: Option<IndicatorRef> = "基于" "占比、人均、地均、同比、相差、限额计入、抽查折算由哪个指标算出；相差时为被减的" "到位资金" "A13" Public,
        minus: Option<IndicatorRef> = "减去" "取数为相差时减去的指标" "省认定到位资金" "" Public,
        besides: Option<IndicatorRef> = "另计" "取数为限额计入时，在“基于”之外限额计入的指标" "流动资金" "" Public,
        limit: Option<Share> = "限比" "取数为限额计入时，另计的数最多计到“基于”的多少" "30%" "" Public,
        numerator: Option<IndicatorRef> = "分子" "取数为比率时的分子，抽查折算时抽查核实的数；单位不同于分母时须同为金额或同为个数" "开工项目数" "K18" Public,
        denominator: Option<IndicatorRef> = "分母" "取数为比率时的分母，抽查折算时被抽查的上报数；为零时不计算，写明原因" "签约项目数" "K18" Public,
        when_zero: Option<String> = "分母为零" "比率的分母为零时怎样处理，写明依据的条款或裁定" "不计算，打印“—”并注明原因" "K16" Public,
        distinct: Option<Distinct> = "去重" "项目个数、活动次数按什么去重，同一个只计一次" "对象" "G42" Public,
        by: Vec<Axis> = "分列" "除单位外还按什么分列" "[领导]" "G50" Public,
        duty: Option<Id> = "报送任务" "取数为缺报次数时，哪项报送任务；不写为全部" "weekly" "D28" Public,
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

impl MeasureKind {
    /// Returns whether the value is derived from other figures instead of records.
    pub fn is_derived(self) -> bool {
        matches!(
            self,
            MeasureKind::Ratio
                | MeasureKind::ShareOfWhole
                | MeasureKind::PerHead
                | MeasureKind::PerArea
                | MeasureKind::Growth
                | MeasureKind::Difference
                | MeasureKind::Capped
                | MeasureKind::Scaled
        )
    }
}

impl Indicator {
    /// Returns the decimal places of printed values: as declared, else 2, or 0 for counts.
    pub fn places(&self) -> u32 {
        let is_whole = self.unit.power == 0 && self.unit.base != Base::Score;
        let default = if is_whole { 0 } else { 2 };
        self.places.map_or(default, |places| places.0)
    }

    /// Returns what its reported numbers are of: as declared, else of a period. What never adds up
    /// is of its day, whatever is declared.
    pub fn accrual(&self) -> Accrual {
        let declared = self.accrual.unwrap_or(Accrual::Flow);
        if self.unit.base.adds() { declared } else { Accrual::Stock }
    }

    /// Returns the decimal places of printed rates: as declared, else 2.
    pub fn rate_places(&self) -> u32 {
        self.rate_places.map_or(2, |places| places.0)
    }

    /// Returns whether a word names this indicator.
    pub fn is_called(&self, word: &str) -> bool {
        self.id.as_str() == word
            || self.name == word
            || self.aliases.iter().any(|alias| alias == word)
    }

    /// Returns the name for heads of tables.
    pub fn short(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }
}
