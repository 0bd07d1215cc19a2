//! A score item: its shape, what it looks at, what it is compared with, and its bounds.

mod parts;
mod words;

use rust_decimal::Decimal;

use crate::model::dictionary::record;
pub use crate::model::plan::assessment::score_item::parts::{
    Answering, Band, EachSpan, Gate, Judge, Override, Range, ScorePart, StepByTarget,
    Steps, Tier, UnknownRule,
};
pub use crate::model::plan::assessment::score_item::words::{
    Against, AverageKind, AverageOf, Blank, Cap, Cause, JointBonus, ScoreInput,
    ScoreShape, Treatment,
};
use crate::model::plan::assessment::series::Series;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::record::marks::MarksOf;
use crate::model::value::clause::Clause;
use crate::model::value::interval::Interval;
use crate::model::value::reference::IndicatorRef;
use crate::model::value::share::Number;
use crate::model::value::word::{Flag, Id, Places};

record! {
    /// One item of an assessment.
    ScoreItem = "计分项" "score-item" "一个计分项" identity(id, indicator, name) {
        id: Id = "编号" "编号" "funds" "" Public,
        name: String = "名称" "名称，与采用的权重组一致" "资金到位额目标任务完成率" "K09" Public,
        short: Option<String> = "简称" "表头用的短名" "到位资金" "" Public,
        shape: ScoreShape = "方式" "怎样由数得出分：比率＝数÷对照×分值；分档＝按所在的档；步进＝基础分加每超（欠）一步的分；功效系数＝基础分加在区间中的位置；扣分＝分值减缺项；计次＝次数乘每次的分；加分＝逐个项目按档；评分＝评分的平均；导入＝照录；取分＝另一套考核得分的平均，折成分值" "比率" "K08" Public,
        points: Option<Number> = "分值" "满分；只有上不封顶的加分项和计次项可以不写" "30" "K09" Public,
        indicator: Option<IndicatorRef> = "指标" "看哪个指标" "到位资金" "K09" Public,
        over: Option<IndicatorRef> = "除以" "看的是两个指标之比、又没有单设率指标时，作分母的指标" "正式合同额" "K16" Public,
        parts: Vec<ScorePart> = "成分" "由几个指标合成时，各指标的权（比率）或每次的分（计次）" "[{指标: 签约项目数, 权: 50%}, {指标: 正式合同额, 权: 50%}]" "" Public,
        seen: Option<ScoreInput> = "看" "看指标的哪个数，不写为完成率；没有目标的率看完成数；超欠数＝完成数减应完成数，欠账＝应完成数减完成数，都按指标的单位，带正负号" "完成数" "K16" Public,
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
        each_within: Option<Interval> = "每项范围" "一项扣多少由人在范围内定的，最少最多扣多少；各项扣的分写在缺项里" "不低于5且不高于20" "" Public,
        tiers: Vec<Tier> = "加分档" "加分时按项目大小的各档；一个项目只取最高的一档，只加一次" "[{合同额不低于: 1亿元, 得分: 1}, {合同额不低于: 3亿元, 得分: 2}]" "K22" Public,
        exclusive: Option<Id> = "互斥" "同一代号的加分项之间，一个项目只在得分最高的一项里计一次" "bonus" "K23" Public,
        joint: Option<JointBonus> = "联合计分" "联合招商的项目怎样加分，不写为按比例" "按比例" "W35" Public,
        judges: Vec<Judge> = "评分方" "评分时各方的权，合计 100%；不写则各份评分直接平均" "[{名称: 园区, 权: 70%}, {名称: 乡镇, 权: 30%}]" "" Public,
        marks: Option<MarksOf> = "取评分" "时段里有几期评分时取哪些，不写为最近一期" "各期" "K06" Public,
        source: Option<Id> = "考核" "取分时取哪套考核的得分；那套写在本考核前面" "owners" "" Public,
        every: Option<Series> = "各期" "取分时取期内哪一种期的得分来平均；不写则取同一期的" "月" "" Public,
        answering: Vec<Answering> = "所负责" "取分时各单位取谁的得分；不写则取自己的" "[{单位: 县住建局, 负责: [县城投公司, 县水务公司]}]" "" Public,
        span: Option<SpanKind> = "时段" "扣分、评分、导入和“各期”取哪个时段的记录，不写为本年累计" "本年累计" "K28" Public,
        gates: Vec<Gate> = "门槛" "不满足时本项不予计分" "[{指标: 到位资金, 看: 完成率, 对照: 年度目标, 条件: 不低于60, 依据: 附件2 三}]" "" Public,
        overrides: Vec<Override> = "直接计分" "满足条件时不按公式、直接得的分，取先满足的一条" "[{条件: {指标: 落地亿元项目数, 看: 完成数, 条件: 不低于1, 依据: 附件2 三}, 得分: 20}]" "" Public,
        passing: Option<Interval> = "合格" "本项得分在什么范围为合格；不合格的项数可使等次降低" "不低于50" "" Public,
        places: Option<Places> = "小数" "本项得分保留几位小数，先舍入再相加，不写为 2" "2" "" Public,
        unknown: Vec<UnknownRule> = "不明" "数不明时怎样计分，取先符合的一条；须有依据或裁定" "[{原因: 未下达, 处理: 剔除并折算, 裁定: blank-score}]" "K08" Public,
        extra: Option<Flag> = "另加" "是否在合计之外另加（减）" "是" "K05" Public,
        clause: Clause = "依据" "依据的条款" "附件2 三（二）" "K09" Public,
        ruling: Option<Id> = "裁定" "依据哪条裁定的读法" "monthly-score" "K49" Public,
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
