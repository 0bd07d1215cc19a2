//! 全域的目标与目标表的合计不同
//!
//! ## 为什么
//! 正文里的总目标和附表的合计是同一个数的两处；一处改了，另一处没改，完成率就有两个。
//! 同一指标有几个目标（省下达的、力争的）的，有一个与合计相同就不说；总目标只与表里写明的合计比。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标: [{编号: year, 指标: 到位资金, 范围: 全县, 值: 12亿元, 依据: 二}]
//! ```
//! ```text
//! goal-differs plans/plan-2023.yaml:2:38 全县到位资金的目标12亿元，“任务分解表”的合计却是10亿元
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标: [{编号: year, 指标: 到位资金, 范围: 全县, 值: 100000万元, 依据: 二}]
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::scope::Scope;
use crate::model::book::{Book, Filed};
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::target::{Target, TargetTable};
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("goal-differs", Warning, check);

/// A whole that differs by so many times is of another unit, which is said elsewhere.
const FAR: i64 = 100;

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        let all = stated(plan);
        for (table, key, stated) in &all {
            // Tables of parts of the units state what these are to bring, not the whole.
            if all.iter().filter(|(_, other, _)| other == key).count() > 1 {
                continue;
            }
            let wholes = wholes(book, plan, key);
            let is_same = |(_, value): &(usize, Quantity)| {
                value.compare(stated).is_none_or(Ordering::is_eq)
            };
            let Some((at, value)) =
                wholes.first().filter(|_| !wholes.iter().any(is_same))
            else {
                continue;
            };
            if is_far(value, stated) {
                continue;
            }
            let Target { scope, indicator, .. } = &plan.record.targets[*at];
            let name = &table.name;
            let message =
                format!("{scope}{indicator}的目标{value}，“{name}”的合计却是{stated}");
            reporter
                .report(Place::value(plan.file, route!(Plan.targets[*at].value)), message)
                .help("照文件核对两处的数")
                .about(indicator.as_str())
                .or_ruled(indicator.as_str(), [*value, *stated].map(|it| it.to_string()));
        }
    }
}

/// Returns what the tables of a plan state for the whole of their columns.
fn stated(plan: &Filed<Plan>) -> Vec<(&TargetTable, &str, Quantity)> {
    let mut stated = Vec::new();
    for table in &plan.record.tables {
        let wholes = table.sums.iter().filter(|sum| sum.sector.is_none());
        for (key, value) in wholes.flat_map(|sum| &sum.targets) {
            stated.extend(value.map(|value| (table, key.as_str(), value)));
        }
    }
    stated
}

/// Returns the goals that a plan sets an indicator for the whole, each with its position.
fn wholes(book: &Book, plan: &Filed<Plan>, key: &str) -> Vec<(usize, Quantity)> {
    let indicators = &plan.record.indicators;
    let Some(indicator) = indicators.iter().find(|indicator| indicator.is_called(key))
    else {
        return Vec::new();
    };
    let targets = plan.record.targets.iter().enumerate();
    let of_whole = targets.filter(|(_, target)| {
        indicator.is_called(target.indicator.as_str())
            && book.scope_called(target.scope.as_str()) == Some(Scope::All)
    });
    of_whole.filter_map(|(at, target)| Some((at, target.value?))).collect()
}

fn is_far(value: &Quantity, stated: &Quantity) -> bool {
    let times = |one: &Quantity, other: &Quantity| {
        one.over(other).is_some_and(|ratio| ratio >= FAR.into())
    };
    times(value, stated) || times(stated, value)
}
