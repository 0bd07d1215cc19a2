//! What a score item is made of: bands, steps, tiers, gates and what an unknown does.

use crate::model::dictionary::record;
use crate::model::plan::assessment::score_item::words::{
    Against, Blank, Cause, ScoreInput, Treatment,
};
use crate::model::value::amount::Money;
use crate::model::value::clause::Clause;
use crate::model::value::interval::Interval;
use crate::model::value::quantity::Quantity;
use crate::model::value::reference::{IndicatorRef, ScopeRef, UnitRef};
use crate::model::value::share::{Number, Positive, Share};
use crate::model::value::word::{Flag, Id};

record! {
    /// An indicator's share in an item with several indicators.
    ScorePart = "成分" "score-part" "合成一个计分项的一个指标" identity(indicator) {
        indicator: IndicatorRef = "指标" "指标" "签约项目数" "" Public,
        share: Option<Share> = "权" "比率时所占的权，合计 100%" "50%" "" Public,
        each: Option<Number> = "每次" "计次时每一次（个）的分，扣分写负数" "0.2" "" Public,
        seen: Option<ScoreInput> = "看" "计次、扣分时看完成数、超欠数（每超一个）还是欠账（每欠一个），不写为完成数" "欠账" "" Public,
        spans: Option<EachSpan> = "各期" "计次、扣分时把指标的时段（当月、当季）一期一期分开数，再合计" "{最多: 1}" "" Public,
    }
}

record! {
    /// How the single spans of an indicator are counted.
    EachSpan = "各期" "each-span" "一期一期分开怎样数" identity(condition, most) {
        condition: Option<Interval> = "条件" "一期的数满足条件计一次，不满足不计；不写则这一期的数是几就计几次" "不低于10" "" Public,
        most: Option<Number> = "最多" "一期最多计几次，不写不限" "1" "" Public,
    }
}

record! {
    /// The units that a unit answers for.
    Answering = "所负责" "answering" "一个单位负责的各单位" identity(unit) {
        unit: UnitRef = "单位" "被考核的单位" "县住建局" "" Public,
        of: Vec<UnitRef> = "负责" "它负责的各单位，取它们得分的平均" "[县城投公司, 县水务公司]" "" Public,
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
