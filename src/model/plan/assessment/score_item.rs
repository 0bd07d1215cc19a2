//! A score item: its shape, what it looks at, what it is compared with, and its bounds.

use std::fmt::{Display, Formatter};

use rust_decimal::Decimal;

use crate::model::dictionary::{Word, WordError, WordShape, choices, record, word_value};
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::record::marks::MarksOf;
use crate::model::value::amount::Money;
use crate::model::value::clause::Clause;
use crate::model::value::interval::Interval;
use crate::model::value::number::parse_number;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{IndicatorRef, ScopeRef};
use crate::model::value::share::{Number, Positive, Share};
use crate::model::value::word::{Flag, Id, Places};

choices! {
    /// How a number becomes a score.
    ScoreShape = "计分方式" "score-shape" {
        Ratio = "比率" "ratio",
        Bands = "分档" "bands",
        Steps = "步进" "steps",
        Coefficient = "功效系数" "coefficient",
        Deduction = "扣分" "deduction",
        Tally = "计次" "tally",
        Bonus = "加分" "bonus",
        Judged = "评分" "judged",
        Imported = "导入" "imported",
    }
}

choices! {
    /// The number of an indicator that is scored.
    ScoreInput = "看" "seen" {
        Completion = "完成率" "completion",
        Value = "完成数" "value",
        Lead = "超欠进度" "lead",
        Shortfall = "差额" "shortfall",
    }
}

choices! {
    /// What a value is divided by.
    Against = "对照" "against" {
        Year = "年度目标" "year",
        Schedule = "序时目标" "schedule",
        Average = "平均值" "average",
        Itself = "本数" "itself",
    }
}

choices! {
    /// How an average is taken.
    AverageKind = "平均" "average-kind" {
        Mean = "各单位率的平均" "mean",
        Pooled = "合计之比" "pooled",
    }
}

choices! {
    /// What a gate decides for a unit without a target.
    Blank = "未下达" "blank" {
        Met = "视为满足" "met",
        NotMet = "视为不满足" "not-met",
    }
}

choices! {
    /// The units that an average is taken over.
    AverageOf = "平均范围" "average-of" {
        Assessed = "全部被考核单位" "assessed",
        Group = "同组单位" "group",
    }
}

choices! {
    /// What an item scores when its number is unknown.
    Treatment = "处理" "treatment" {
        Zero = "零分" "zero",
        Full = "满分" "full",
        Excluded = "剔除并折算" "excluded",
        NoTotal = "总分不计" "no-total",
    }
}

choices! {
    /// Why a number is unknown.
    Cause = "原因" "cause" {
        NoTarget = "未下达" "no-target",
        ZeroDivisor = "分母为零" "zero-divisor",
        NoData = "没有数据" "no-data",
    }
}

choices! {
    /// Who gets the bonus of a joint project.
    JointBonus = "联合计分" "joint-bonus" {
        Shared = "按比例" "shared",
        Lead = "计入牵头单位" "lead",
    }
}

/// An upper bound, which is always declared: a number, or 不封顶.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cap {
    /// The score is never more than this.
    At(Decimal),
    /// The score has no upper bound.
    Open,
}

impl Display for Cap {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            Cap::At(most) => write!(out, "{}", most.normalize()),
            Cap::Open => out.write_str("不封顶"),
        }
    }
}

impl Word for Cap {
    const SHAPE: &'static WordShape = &WordShape {
        id: "cap",
        name: "封顶",
        form: "一个数，或 不封顶",
        pattern: "^(不封顶|-?\\d{1,16}(\\.\\d{1,8})?)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Cap, WordError> {
        match text {
            "不封顶" => Ok(Cap::Open),
            _ => parse_number(text).map(|most| Cap::At(most.normalize())),
        }
    }
}

word_value!(Cap);

record! {
    /// One item of an assessment.
    ScoreItem = "计分项" "score-item" "一个计分项" identity(id, indicator, name) {
        id: Id = "编号" "编号" "funds" "" Public,
        name: String = "名称" "名称，与采用的权重组一致" "资金到位额目标任务完成率" "K09" Public,
        short: Option<String> = "简称" "表头用的短名" "到位资金" "" Public,
        shape: ScoreShape = "方式" "怎样由数得出分：比率＝数÷对照×分值；分档＝按所在的档；步进＝基础分加每超（欠）一步的分；功效系数＝基础分加在区间中的位置；扣分＝分值减缺项；计次＝次数乘每次的分；加分＝逐个项目按档；评分＝评分的平均；导入＝照录" "比率" "K08" Public,
        points: Option<Number> = "分值" "满分；只有上不封顶的加分项和计次项可以不写" "30" "K09" Public,
        indicator: Option<IndicatorRef> = "指标" "看哪个指标" "到位资金" "K09" Public,
        over: Option<IndicatorRef> = "除以" "看的是两个指标之比、又没有单设率指标时，作分母的指标" "正式合同额" "K16" Public,
        parts: Vec<ScorePart> = "成分" "由几个指标合成时，各指标的权（比率）或每次的分（计次）" "[{指标: 签约项目数, 权: 50%}, {指标: 正式合同额, 权: 50%}]" "" Public,
        seen: Option<ScoreInput> = "看" "看指标的哪个数，不写为完成率；没有目标的率看完成数" "完成数" "K16" Public,
        against: Option<Against> = "对照" "同什么比，不写为年度目标；本数即不再相除" "序时目标" "K17" Public,
        annual: Option<Against> = "年度对照" "年度的一期同什么比；不写则与对照相同" "年度目标" "K08" Public,
        curve: Option<Id> = "序时" "计分用的序时曲线；不写则用指标自己的" "quarters" "W29" Public,
        average: Option<AverageKind> = "平均" "对照平均值时怎样平均" "各单位率的平均" "K17" Public,
        average_of: Option<AverageOf> = "平均范围" "对照平均值时对谁平均，不写为全部被考核单位" "同组单位" "K17" Public,
        cap: Option<Cap> = "封顶" "本项最高得多少分，在相加之前封顶；必须写明数或“不封顶”" "30" "K10" Public,
        floor: Option<Number> = "保底" "本项最低得多少分，不写为 0" "0" "K28" Public,
        bands: Vec<Band> = "档" "分档时的各档，由高到低" "[{条件: 不低于90, 得分: 100}, {条件: 不低于60且低于90, 得分: 75}, {条件: 低于60, 得分: 0}]" "" Public,
        steps: Option<Steps> = "步" "步进时的规定" "{基础: 60, 起点: 100, 每: 10, 加: 0.5}" "" Public,
        range: Option<Range> = "区间" "功效系数的区间" "{最小: 0, 最大: 100, 基础: 60}" "" Public,
        each: Option<Number> = "每项" "扣分时每缺一项（一次、一个）扣多少分" "1" "K28" Public,
        tiers: Vec<Tier> = "加分档" "加分时按项目大小的各档；一个项目只取最高的一档，只加一次" "[{合同额不低于: 1亿元, 得分: 1}, {合同额不低于: 3亿元, 得分: 2}]" "K22" Public,
        exclusive: Option<Id> = "互斥" "同一代号的加分项之间，一个项目只在得分最高的一项里计一次" "bonus" "K23" Public,
        joint: Option<JointBonus> = "联合计分" "联合招商的项目怎样加分，不写为按比例" "按比例" "W35" Public,
        judges: Vec<Judge> = "评分方" "评分时各方的权，合计 100%；不写则各份评分直接平均" "[{名称: 园区, 权: 70%}, {名称: 乡镇, 权: 30%}]" "" Public,
        marks: Option<MarksOf> = "取评分" "时段里有几期评分时取哪些，不写为最近一期" "各期" "K06" Public,
        span: Option<SpanKind> = "时段" "扣分、评分、导入取哪个时段的记录，不写为本年累计" "本年累计" "K28" Public,
        gates: Vec<Gate> = "门槛" "不满足时本项不予计分" "[{指标: 到位资金, 看: 完成率, 对照: 年度目标, 条件: 不低于60, 依据: 附件2 三}]" "" Public,
        overrides: Vec<Override> = "直接计分" "满足条件时不按公式、直接得的分，取先满足的一条" "[{条件: {指标: 落地亿元项目数, 看: 完成数, 条件: 不低于1, 依据: 附件2 三}, 得分: 20}]" "" Public,
        places: Option<Places> = "小数" "本项得分保留几位小数，先舍入再相加，不写为 2" "2" "" Public,
        unknown: Vec<UnknownRule> = "不明" "数不明时怎样计分，取先符合的一条；须有依据或裁定" "[{原因: 未下达, 处理: 剔除并折算, 裁定: blank-score}]" "K08" Public,
        extra: Option<Flag> = "另加" "是否在合计之外另加（减）" "是" "K05" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三（二）" "K09" Public,
        ruling: Option<Id> = "裁定" "依据哪条裁定的读法" "monthly-score" "K49" Public,
    }
}

record! {
    /// An indicator's share in an item with several indicators.
    ScorePart = "成分" "score-part" "合成一个计分项的一个指标" identity(indicator) {
        indicator: IndicatorRef = "指标" "指标" "签约项目数" "" Public,
        share: Option<Share> = "权" "比率时所占的权，合计 100%" "50%" "" Public,
        each: Option<Number> = "每次" "计次时每一次（个）的分，扣分写负数" "0.2" "" Public,
        seen: Option<ScoreInput> = "看" "计次时看完成数还是差额，不写为完成数" "差额" "" Public,
    }
}

record! {
    /// A band of numbers with its score.
    Band = "档" "band" "一档" identity(condition) {
        condition: Interval = "条件" "所看的数在什么范围；率按百分数写" "不低于90" "" Public,
        points: Number = "得分" "这一档的得分" "75" "" Public,
        gates: Vec<Gate> = "另须" "还须满足的条件；不满足则看下一档" "[{指标: 到位资金, 看: 完成率, 条件: 不低于20, 依据: 附件2 三}]" "" Public,
    }
}

record! {
    /// A base and a step.
    Steps = "步" "steps" "基础分和每一步的分" {
        base: Number = "基础" "到起点时的分" "60" "" Public,
        from: Number = "起点" "从哪个数起；率按百分数写" "100" "" Public,
        size: Positive = "每" "一步多大；率按百分点写" "10" "" Public,
        gain: Number = "加" "每超一步加多少分" "0.5" "" Public,
        loss: Option<Number> = "减" "每欠一步减多少分，不写则不减" "1" "" Public,
        whole: Option<Flag> = "整步" "是否只计满一步的，不写为是" "是" "" Public,
        by_target: Vec<StepByTarget> = "按目标" "每一步的分随目标大小而不同时，由大到小写" "[{目标不低于: 5000万元, 加: 0.6}, {目标不低于: 1000万元, 加: 0.1}]" "" Public,
    }
}

record! {
    /// The gain of a step if the target has at least some size.
    StepByTarget = "按目标" "step-by-target" "目标达到一定大小时每一步的分" identity(at_least) {
        at_least: Quantity = "目标不低于" "目标的下限，含本数" "5000万元" "" Public,
        gain: Number = "加" "每超一步加多少分" "0.6" "" Public,
    }
}

record! {
    /// The range of an efficacy coefficient.
    Range = "区间" "range" "功效系数的区间：得分＝基础＋（数－最小）÷（最大－最小）×（分值－基础）" {
        base: Number = "基础" "基础分" "60" "" Public,
        low: Option<Number> = "最小" "最小值；不写则取被考核单位中的最小值" "0" "" Public,
        high: Option<Number> = "最大" "最大值；不写则取被考核单位中的最大值" "100" "" Public,
    }
}

record! {
    /// A tier of a bonus.
    Tier = "加分档" "tier" "一档加分" identity(at_least) {
        at_least: Money = "合同额不低于" "项目计入的合同额的下限，含本数" "1亿元" "K22" Public,
        points: Number = "得分" "每个项目得多少分" "1" "K22" Public,
    }
}

record! {
    /// A group of judges with its weight.
    Judge = "评分方" "judge" "一方评分人和它的权" identity(name) {
        name: String = "名称" "评分方的叫法" "园区" "" Public,
        share: Share = "权" "所占的权" "70%" "" Public,
    }
}

record! {
    /// A condition on a number of the unit.
    Gate = "门槛" "gate" "对一个数的要求" identity(indicator, scope, condition) {
        indicator: IndicatorRef = "指标" "看哪个指标" "到位资金" "" Public,
        over: Option<IndicatorRef> = "除以" "看的是两个指标之比时，作分母的指标" "正式合同额" "" Public,
        scope: Option<ScopeRef> = "范围" "看谁的数，不写为被考核单位自己的" "全县" "" Public,
        seen: Option<ScoreInput> = "看" "看指标的哪个数，不写为完成率" "完成率" "" Public,
        against: Option<Against> = "对照" "完成率同什么比，不写为年度目标" "年度目标" "" Public,
        condition: Interval = "条件" "数在什么范围；率按百分数写" "不低于100" "" Public,
        blank: Option<Blank> = "未下达" "目标没有下达的单位怎样看，不写为视为不满足；有单位没有下达的须写" "视为满足" "" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三" "" Public,
    }
}

record! {
    /// A score that is given regardless of the formula.
    Override = "直接计分" "override" "满足条件时直接得的分" identity(condition) {
        condition: Gate = "条件" "满足什么" "{指标: 落地亿元项目数, 看: 完成数, 条件: 不低于1, 依据: 附件2 三}" "" Public,
        points: Number = "得分" "直接得多少分" "20" "" Public,
    }
}

record! {
    /// What is scored when a number is unknown.
    UnknownRule = "不明" "unknown-rule" "数不明时怎样计分" identity(cause) {
        cause: Option<Cause> = "原因" "为什么不明；不写则不论原因" "未下达" "K08" Public,
        treatment: Treatment = "处理" "怎样计分" "零分" "K08" Public,
        clause: Option<Clause> = "依据" "依据的条款" "附件2 三（一）" "K08" Public,
        ruling: Option<Id> = "裁定" "依据哪条裁定的读法" "blank-score" "K49" Public,
    }
}

impl ScoreItem {
    /// Returns the full marks, as declared; zero for an open bonus.
    pub fn full(&self) -> Decimal {
        self.points.map_or(Decimal::ZERO, |points| points.0)
    }

    /// Returns the name for heads of tables.
    pub fn short(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.name)
    }

    /// Returns the decimal places of the score: as declared, else 2.
    pub fn places(&self) -> u32 {
        self.places.map_or(2, |places| places.0)
    }

    /// Returns whether the item is not part of the sum of the weights.
    pub fn is_extra(&self) -> bool {
        self.extra.is_some_and(|flag| flag.0)
    }
}
