//! 每年的目标都完成也达不到多年累计的目标
//!
//! ## 为什么
//! 两个目标写在一起，就要对得上：每年500亿元，五年是2500亿元，到不了累计3000亿元。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 期间: 2021-01-01 至 2025-12-31
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 当年合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 当年到位的资金, 依据: 二}
//!   - {编号: contract-5y, 名称: 五年累计合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 方案期累计, 口径: 五年合同金额, 依据: 二}
//! 目标表: []
//! 目标:
//!   - {编号: year, 指标: 正式合同额, 范围: 全县, 值: 500亿元, 比较: 超过, 依据: 二}
//!   - {编号: five, 指标: 五年累计合同额, 范围: 全县, 值: 3000亿元, 比较: 超过, 依据: 二}
//! ```
//! ```text
//! yearly-goal-short plans/plan-2023.yaml:10:40 每年500亿元，5年共2500亿元，达不到“五年累计合同额”的3000亿元
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 期间: 2021-01-01 至 2025-12-31
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 当年合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 当年到位的资金, 依据: 二}
//!   - {编号: contract-5y, 名称: 五年累计合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 方案期累计, 口径: 五年合同金额, 依据: 二}
//! 目标表: []
//! 目标:
//!   - {编号: year, 指标: 正式合同额, 范围: 全县, 值: 600亿元, 比较: 超过, 依据: 二}
//!   - {编号: five, 指标: 五年累计合同额, 范围: 全县, 值: 3000亿元, 比较: 超过, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;

use chrono::Datelike;
use rust_decimal::Decimal;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::target::Target;
use crate::model::value::date::Days;
use crate::model::value::quantity::Quantity;

pub(super) static RULE: Rule = rule!("yearly-goal-short", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for filed in &book.plans {
        let plan = &filed.record;
        for (at, long) in plan.targets.iter().enumerate() {
            let Some((indicator, days)) = several_years(plan, long) else { continue };
            let years = Decimal::from(days.end.year() - days.start.year() + 1);
            let yearly = plan.targets.iter().filter(|target| {
                target.from.is_none()
                    && named(plan, target).is_some_and(|year| {
                        year.span == SpanKind::Year && counts_the_same(year, indicator)
                    })
                    && book.scopes_called(target.scope.as_str())
                        == book.scopes_called(long.scope.as_str())
            });
            for year in yearly.filter_map(|target| target.value) {
                let Some(goal) = long.value else { continue };
                let sum = Quantity::of_base(year.amount() * years, year.unit);
                if sum.compare(&goal).is_some_and(Ordering::is_lt) {
                    let place = Place::value(filed.file, route!(Plan.targets[at].value));
                    let message = format!(
                        "每年{year}，{years}年共{sum}，达不到“{}”的{goal}",
                        indicator.name
                    );
                    reporter
                        .report(place, message)
                        .help("核对有没有抄错")
                        .about(&indicator.name)
                        .or_ruled("", [year.to_string(), goal.to_string()]);
                }
            }
        }
    }
}

fn named<'a>(plan: &'a Plan, target: &Target) -> Option<&'a Indicator> {
    plan.indicators
        .iter()
        .find(|indicator| indicator.is_called(target.indicator.as_str()))
}

/// Returns the indicator of a target that is set for several years, and the years.
fn several_years<'a>(plan: &'a Plan, target: &Target) -> Option<(&'a Indicator, Days)> {
    let indicator = named(plan, target)?;
    let days = match indicator.span {
        SpanKind::Plan => plan.span,
        SpanKind::Fixed => indicator.days?,
        _ => return None,
    };
    (days.end.year() > days.start.year()).then_some((indicator, days))
}

/// Returns whether two indicators count the same records, each over its own span.
fn counts_the_same(year: &Indicator, long: &Indicator) -> bool {
    let series = |indicator: &Indicator| {
        indicator.reads.as_ref().map(|series| series.as_str().to_owned())
    };
    let same_totals = series(long).is_some_and(|word| year.is_called(&word))
        || series(long) == series(year);
    year.measure == long.measure && year.filter == long.filter && same_totals
}
