//! 计分的规定用不上：被前面的盖住、被另一条包含，或者方向写反
//!
//! ## 为什么
//! 一条规定没有任何数用得上，多半是界限、先后或正负写错了；照它计分，结果不是文件的意思，看得分表也看不出来。
//! 每个问题都举一个数作例子。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 合同额, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - 编号: steps
//!         名称: 合同额
//!         方式: 步进
//!         指标: 正式合同额
//!         看: 欠账
//!         步: {基础: 5, 起点: 0, 每: 1, 加: 0.1, 按目标: [{目标不低于: 1亿元, 加: 0.1}, {目标不低于: 5亿元, 加: 0.5}]}
//!         分值: 10
//!         封顶: 10
//!         门槛: [{指标: 正式合同额, 条件: 不低于60, 未下达: 视为满足, 依据: 二}, {指标: 正式合同额, 条件: 不低于50, 未下达: 视为满足, 依据: 二}]
//!         直接计分:
//!           - {条件: {指标: 正式合同额, 条件: 不低于100, 未下达: 视为不满足, 依据: 二}, 得分: 9}
//!           - {条件: {指标: 正式合同额, 条件: 不低于120, 未下达: 视为不满足, 依据: 二}, 得分: 10}
//!         不明: [{处理: 零分, 依据: 二}]
//!         依据: 二
//!       - {编号: size, 名称: 规模, 方式: 加分, 指标: 正式合同额, 加分档: [{合同额不低于: 1亿元, 得分: 2}, {合同额不低于: 3亿元, 得分: 2}], 封顶: 不封顶, 另加: 是, 依据: 二}
//! ```
//! ```text
//! rule-without-effect plans/plan-2023.yaml:13:36 欠得越多得分越高：欠1比不欠多得0.1分
//! rule-without-effect plans/plan-2023.yaml:13:77 “目标不低于5亿元”用不上：先写的“目标不低于1亿元”先符合，如目标5亿元
//! rule-without-effect plans/plan-2023.yaml:16:72 “不低于50”多余：符合“不低于60”的都符合它，如60
//! rule-without-effect plans/plan-2023.yaml:19:34 “不低于120”用不上：先写的“不低于100”先符合，如120
//! rule-without-effect plans/plan-2023.yaml:22:84 “合同额不低于3亿元”用不上：“合同额不低于1亿元”得分不比它少，如3亿元
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 合同额, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - 编号: steps
//!         名称: 合同额
//!         方式: 步进
//!         指标: 正式合同额
//!         看: 超欠数
//!         步: {基础: 5, 起点: 0, 每: 1, 加: 0.1, 减: 0.1, 按目标: [{目标不低于: 5亿元, 加: 0.5}, {目标不低于: 1亿元, 加: 0.1}]}
//!         分值: 10
//!         封顶: 10
//!         门槛: [{指标: 正式合同额, 条件: 不低于60, 未下达: 视为满足, 依据: 二}]
//!         直接计分:
//!           - {条件: {指标: 正式合同额, 条件: 不低于120, 未下达: 视为不满足, 依据: 二}, 得分: 10}
//!           - {条件: {指标: 正式合同额, 条件: 不低于100, 未下达: 视为不满足, 依据: 二}, 得分: 9}
//!         不明: [{处理: 零分, 依据: 二}]
//!         依据: 二
//!       - {编号: size, 名称: 规模, 方式: 加分, 指标: 正式合同额, 加分档: [{合同额不低于: 1亿元, 得分: 1}, {合同额不低于: 3亿元, 得分: 2}], 封顶: 不封顶, 另加: 是, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use rust_decimal::Decimal;

use crate::check::score_items::{PlacedItem, items};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::plan::assessment::score_item::{Gate, ScoreInput, ScoreShape};
use crate::model::value::interval::Interval;
use crate::model::value::quantity::Quantity;
use crate::words::number::exact;

pub(super) static RULE: Rule = rule!("rule-without-effect", Warning, check);

/// A fault: where, and what.
type Fault = (Vec<Step>, String);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        let found = [steps(&placed), gates(&placed), overrides(&placed), tiers(&placed)];
        for (route, message) in found.into_iter().flatten() {
            reporter
                .report(Place::value(placed.file, route), message)
                .help("照文件核对界限、先后和正负；文件确是这样写的，删去用不上的一条")
                .about(placed.item.name.as_str());
        }
    }
}

/// Sizes of targets that an earlier size decides, and a gain for being behind.
fn steps(placed: &PlacedItem) -> Vec<Fault> {
    let Some(steps) = &placed.item.steps else { return Vec::new() };
    let mut faults = Vec::new();
    for (at, size) in steps.by_target.iter().enumerate() {
        let mut before = steps.by_target[..at].iter();
        let earlier =
            before.find(|earlier| earlier.at_least.amount() <= size.at_least.amount());
        let Some(earlier) = earlier else { continue };
        let (size, earlier) = (size.at_least, earlier.at_least);
        let message = format!(
            "“目标不低于{size}”用不上：先写的“目标不低于{earlier}”先符合，如目标{size}"
        );
        let start = placed.route.clone();
        faults.push((route!(start => steps.by_target[at].at_least), message));
    }
    let gain = steps.gain.0;
    let is_behind = placed.item.seen == Some(ScoreInput::Shortfall);
    if is_behind && placed.item.shape == ScoreShape::Steps && gain > Decimal::ZERO {
        let (size, gain) = (exact(steps.size.0), exact(gain));
        let message = format!("欠得越多得分越高：欠{size}比不欠多得{gain}分");
        let start = placed.route.clone();
        faults.push((route!(start => steps.gain), message));
    }
    faults
}

/// Gates that another gate on the same number implies.
fn gates(placed: &PlacedItem) -> Vec<Fault> {
    let gates = &placed.item.gates;
    let implied = |at: usize| {
        let others = gates.iter().enumerate().filter(|(other, _)| *other != at);
        let mut narrower = others.filter(|(other, gate)| {
            let same = gate.condition == gates[at].condition;
            is_on_one_number(gate, &gates[at])
                && is_within(&gate.condition, &gates[at].condition)
                && (!same || *other < at)
        });
        narrower.next().map(|(_, gate)| gate)
    };
    let fault = |(at, gate): (usize, &Gate)| {
        let (wide, narrow) = (&gate.condition, &implied(at)?.condition);
        let witness = exact(witness(narrow)?);
        let message = format!("“{wide}”多余：符合“{narrow}”的都符合它，如{witness}");
        let start = placed.route.clone();
        Some((route!(start => gates[at].condition), message))
    };
    gates.iter().enumerate().filter_map(fault).collect()
}

/// Direct scores that an earlier one decides.
fn overrides(placed: &PlacedItem) -> Vec<Fault> {
    let rules = &placed.item.overrides;
    let fault = |at: usize| {
        let own = &rules[at].condition;
        let earlier = rules[..at].iter().map(|rule| &rule.condition).find(|earlier| {
            is_on_one_number(earlier, own)
                && is_within(&own.condition, &earlier.condition)
        })?;
        let (own, earlier) = (&own.condition, &earlier.condition);
        let witness = exact(witness(own)?);
        let message = format!("“{own}”用不上：先写的“{earlier}”先符合，如{witness}");
        let start = placed.route.clone();
        Some((route!(start => overrides[at].condition.condition), message))
    };
    (0..rules.len()).filter_map(fault).collect()
}

/// Tiers that give no more than a lower one.
fn tiers(placed: &PlacedItem) -> Vec<Fault> {
    let tiers = &placed.item.tiers;
    let fault = |at: usize| {
        let own = &tiers[at];
        let lower = tiers.iter().find(|lower| {
            is_below(lower.at_least.0, own.at_least.0) && lower.points.0 >= own.points.0
        })?;
        let (size, lower) = (&own.at_least, &lower.at_least);
        let message = format!(
            "“合同额不低于{size}”用不上：“合同额不低于{lower}”得分不比它少，如{size}"
        );
        let start = placed.route.clone();
        Some((route!(start => tiers[at].at_least), message))
    };
    (0..tiers.len()).filter_map(fault).collect()
}

/// Returns whether a size is below another of the same kind.
fn is_below(size: Quantity, other: Quantity) -> bool {
    size.unit.base == other.unit.base && size.amount() < other.amount()
}

fn is_on_one_number(one: &Gate, other: &Gate) -> bool {
    let input = |gate: &Gate| gate.seen.unwrap_or(ScoreInput::Completion);
    one.indicator == other.indicator
        && one.over == other.over
        && one.scope == other.scope
        && one.against == other.against
        && one.blank == other.blank
        && input(one) == input(other)
}

fn is_within(narrow: &Interval, wide: &Interval) -> bool {
    narrow.and(wide) == *narrow
}

/// Returns a number of an interval; `None` if there is none.
fn witness(interval: &Interval) -> Option<Decimal> {
    let tried = match (interval.from, interval.to) {
        (Some((from, true)), _) => from,
        (Some((from, false)), Some((to, _))) => (from + to) / Decimal::TWO,
        (Some((from, false)), None) => from + Decimal::ONE,
        (None, Some((to, true))) => to,
        (None, Some((to, false))) => to - Decimal::ONE,
        (None, None) => Decimal::ZERO,
    };
    interval.contains(tried).then_some(tried)
}
