//! 同一目标的几个版本重叠
//!
//! ## 为什么
//! 年中调整目标要写明新目标从哪天起用；同一天有两个同级、同性质的目标，就不知道按哪个算。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 目标:
//!   - {编号: first, 指标: 到位资金, 范围: 全县, 值: 10亿元, 止用: 2023-07-31, 依据: 二}
//!   - {编号: second, 指标: 到位资金, 范围: 全县, 值: 12亿元, 起用: 2023-07-01, 依据: 二}
//! ```
//! ```text
//! target-versions plans/plan-2023.yaml:4:49 目标“second”与“first”重叠：2023-07-01至2023-07-31两个都有效
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Place, route};
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::target::{Force, Target};

pub(super) static RULE: Rule = rule!("target-versions", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.plans {
        let plan = &filed.record;
        for (at, second) in plan.targets.iter().enumerate() {
            let earlier = plan.targets[..at].iter().enumerate();
            let same = earlier.filter(|(_, first)| alike(book, first, second));
            for (before, first) in same {
                let Some((from, to)) = both(plan, first, second) else { continue };
                let key = if second.from.is_some() { "起用" } else { "编号" };
                let place = Place::value(filed.file, route!["目标", at, key]);
                let message = format!(
                    "目标“{}”与“{}”重叠：{from}至{to}两个都有效",
                    second.id, first.id
                );
                let help = "给旧的写“止用”，新的写“起用”，前后相接；层级不同的写明“层级”";
                reporter
                    .report(place, message)
                    .help(help)
                    .about(second.id.as_str())
                    .also(
                        Place::value(filed.file, route!["目标", before, "编号"]),
                        "先写在这里",
                    );
            }
        }
    }
}

/// Whether two targets set the same number of the same things, on the same level, as binding.
fn alike(book: &Book, first: &Target, second: &Target) -> bool {
    let indicator = |target: &Target| {
        book.indicator(target.indicator.as_str()).map(|(_, found)| found.id.clone())
    };
    let force = |target: &Target| target.force.unwrap_or(Force::Binding);
    indicator(first) == indicator(second)
        && book.scopes_called(first.scope.as_str())
            == book.scopes_called(second.scope.as_str())
        && first.level == second.level
        && force(first) == force(second)
}

/// The days on which both are in force; a later start alone takes the place of what was before.
fn both(plan: &Plan, first: &Target, second: &Target) -> Option<(NaiveDate, NaiveDate)> {
    let from = |target: &Target| target.from.unwrap_or(plan.span.start);
    let to = |target: &Target| target.to.unwrap_or(plan.span.end);
    let (start, end) = (from(first).max(from(second)), to(first).min(to(second)));
    let replaced = from(first) != from(second)
        && match from(first) < from(second) {
            true => first.to.is_none(),
            false => second.to.is_none(),
        };
    (start <= end && !replaced).then_some((start, end))
}
