//! 门槛或奖励要看的目标，有的单位没有下达，没有写明怎样看
//!
//! ## 为什么
//! 目标空着就没有完成率，说不上满足还是不满足。当作不满足，这个单位就不予计分；当作满足，它就少了一道关。
//! 这不能由程序去猜。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - 单位: 县交通局
//!         目标:
//!           正式合同额:
//!           到位资金: 7亿元
//!       - {单位: 县商务委, 目标: {正式合同额: 15亿元, 到位资金: 3亿元}}
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     对象: [departments]
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]}]
//!     计分:
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 100, 封顶: 100, 门槛: [{指标: 正式合同额, 条件: 不低于60, 依据: 二}], 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//!     奖励:
//!       - {编号: first, 内容: 通报表扬, 名次: 不高于1, 完成: [正式合同额], 依据: 二}
//! ```
//! ```text
//! blank-target plans/plan-2023.yaml:19:80 “单位考核”要看“正式合同额”的完成率，县交通局没有下达，没有写明怎样看
//! blank-target plans/plan-2023.yaml:21:46 “单位考核”的奖励要完成“正式合同额”，县交通局没有下达，没有写明怎样看
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标表:
//!   - 编号: units
//!     名称: 任务分解表
//!     依据: 附件1
//!     行:
//!       - 单位: 县交通局
//!         目标:
//!           正式合同额: 50亿元
//!           到位资金: 7亿元
//!       - {单位: 县商务委, 目标: {正式合同额: 15亿元, 到位资金: 3亿元}}
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     对象: [departments]
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 100, 项目: [{名称: 到位资金完成率, 分值: 100, 依据: 二}]}]
//!     计分:
//!       - {编号: funds, 名称: 到位资金完成率, 方式: 比率, 指标: 到位资金, 分值: 100, 封顶: 100, 门槛: [{指标: 正式合同额, 条件: 不低于60, 依据: 二}], 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//!     奖励:
//!       - {编号: first, 内容: 通报表扬, 名次: 不高于1, 完成: [正式合同额], 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::{Route, Step, route};
use crate::model::plan::Plan;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::score_item::{Gate, ScoreInput};
use crate::model::record::registry::Life;
use crate::model::value::reference::IndicatorRef;

pub(super) static RULE: Rule = rule!("blank-target", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        for (at, assessment) in plan.record.assessments.iter().enumerate() {
            let start = Route::<Plan>::start().assessments().at(at);
            for (route, gate) in gates(&start, assessment) {
                let seen = gate.seen.unwrap_or(ScoreInput::Completion);
                let is_plain = gate.scope.is_none() && gate.over.is_none();
                if !is_plain || seen == ScoreInput::Value || gate.blank.is_some() {
                    continue;
                }
                let Some(units) = blank(book, plan, assessment, &gate.indicator) else {
                    continue;
                };
                let (name, word) = (gate.indicator.as_str(), seen.label());
                let message = format!(
                    "“{}”要看“{name}”的{word}，{units}没有下达，没有写明怎样看",
                    assessment.name
                );
                reporter
                    .report(Place::value(plan.file, route), message)
                    .help("写“未下达: 视为满足”或“未下达: 视为不满足”，文件没有写的作一条裁定")
                    .about(name);
            }
            rewards(book, plan, (at, assessment), reporter);
        }
    }
}

/// Rewards whose tasks some units do not have, and that no ruling reads.
fn rewards(
    book: &Book,
    plan: &Filed<Plan>,
    (at, assessment): (usize, &Assessment),
    reporter: &mut Reporter,
) {
    let unruled = assessment.rewards.iter().enumerate();
    for (index, reward) in unruled.filter(|(_, reward)| reward.ruling.is_none()) {
        for (task, indicator) in reward.tasks.iter().enumerate() {
            let Some(units) = blank(book, plan, assessment, indicator) else { continue };
            let name = indicator.as_str();
            let message = format!(
                "“{}”的奖励要完成“{name}”，{units}没有下达，没有写明怎样看",
                assessment.name
            );
            let route = route!(Plan.assessments[at].rewards[index].tasks[task]);
            reporter
                .report(Place::value(plan.file, route), message)
                .help("没有下达的不作要求；作一条裁定写明，在奖励里写“裁定”")
                .about(name);
        }
    }
}

/// Returns every gate of an assessment with the route to its indicator.
fn gates<'a>(
    start: &Route<Assessment>,
    assessment: &'a Assessment,
) -> Vec<(Vec<Step>, &'a Gate)> {
    let mut gates = Vec::new();
    for (at, item) in assessment.items.iter().enumerate() {
        for (index, gate) in item.gates.iter().enumerate() {
            gates.push((route!(start => items[at].gates[index].indicator), gate));
        }
        for (band_at, band) in item.bands.iter().enumerate() {
            for (index, gate) in band.gates.iter().enumerate() {
                let route =
                    route!(start => items[at].bands[band_at].gates[index].indicator);
                gates.push((route, gate));
            }
        }
        for (index, rule) in item.overrides.iter().enumerate() {
            let route = route!(start => items[at].overrides[index].condition.indicator);
            gates.push((route, &rule.condition));
        }
    }
    for (at, grade) in assessment.grades.iter().enumerate() {
        for (index, gate) in grade.gates.iter().enumerate() {
            gates.push((route!(start => grades[at].gates[index].indicator), gate));
        }
    }
    for (at, promotion) in assessment.promotions.iter().enumerate() {
        let route = route!(start => promotions[at].condition.indicator);
        gates.push((route, &promotion.condition));
    }
    gates
}

/// Returns the assessed units without a target for an indicator, in words; `None` if all or none of
/// them have one.
fn blank(
    book: &Book,
    plan: &Filed<Plan>,
    assessment: &Assessment,
    indicator: &IndicatorRef,
) -> Option<String> {
    let assessed =
        |group| assessment.subjects.iter().any(|subject| book.group(subject) == group);
    let register = book.newest_register();
    let (set, blank): (Vec<_>, Vec<_>) = (register.units().iter())
        .filter(|unit| register.life(unit) == Life::InUse)
        .filter(|unit| assessed(register.group_of(unit)))
        .partition(|unit| {
            has_target(book, &plan.record, indicator.as_str(), unit.id.as_str())
        });
    let names: Vec<&str> = blank.iter().map(|unit| unit.name.as_str()).collect();
    let few = match names.len() {
        0..=3 => names.join("、"),
        count => format!("{}等{count}个单位", names[0]),
    };
    (!set.is_empty() && !names.is_empty()).then_some(few)
}

/// Returns whether a plan sets a unit a target for an indicator, in a table or beside them.
fn has_target(book: &Book, plan: &Plan, indicator: &str, unit: &str) -> bool {
    let declared = plan.indicators.iter().find(|declared| declared.is_called(indicator));
    let same = |word: &str| declared.is_some_and(|declared| declared.is_called(word));
    let mut rows = plan.tables.iter().flat_map(|table| &table.rows);
    let in_table = rows.any(|row| {
        book.unit(&row.unit).is_some_and(|set_for| set_for.id.as_str() == unit)
            && row.targets.iter().any(|(key, value)| value.is_some() && same(key))
    });
    let scope = Scope::Unit(unit.to_owned());
    in_table
        || plan.targets.iter().any(|target| {
            target.value.is_some()
                && same(target.indicator.as_str())
                && book.scopes_called(target.scope.as_str()).contains(&scope)
        })
}
