//! 指标没有在方案里定义
//!
//! ## 为什么
//! 没有口径的指标算不出数；多半是名称写错。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资今, 范围: 全县, 期: 2023-06, 值: 1.2亿元, 性质: 上报}
//! ```
//! ```text
//! unknown-indicator reported/2023-06.yaml:3:10 没有叫“到位资今”的指标
//! ```
//!
//! 引用别处公布的数，可以用方案里没有的指标：
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 地区生产总值, 范围: 全县, 期: 2023-06, 值: 12亿元, 性质: 引用}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{mentioned, report_unknown, tables};
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::{Place, route};
use crate::model::book::Book;
use crate::model::record::reported::TotalKind;

pub(super) static RULE: Rule = rule!("unknown-indicator", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("plans/") {
        return;
    }
    let mut named = mentioned(book, "indicator-ref");
    for file in &book.reported {
        for (index, total) in file.record.totals.iter().enumerate() {
            let place = Place::value(file.file, route!["总数", index, "指标"]);
            if total.kind == TotalKind::Reported {
                named.push((total.indicator.as_str(), place));
            }
        }
    }
    for (plan, (at, table)) in tables(book) {
        for (index, row) in table.rows.iter().enumerate() {
            let route =
                |key: &str| route!["目标表", at, "行", index, "目标", key.to_owned()];
            let keys = row.targets.keys();
            named.extend(keys.map(|key| (key.as_str(), Place::key(plan, route(key)))));
        }
        for (index, sum) in table.sums.iter().enumerate() {
            let route =
                |key: &str| route!["目标表", at, "合计", index, "目标", key.to_owned()];
            let keys = sum.targets.keys();
            named.extend(keys.map(|key| (key.as_str(), Place::key(plan, route(key)))));
        }
    }
    let indicators = book.plans.iter().flat_map(|plan| &plan.record.indicators);
    let names = indicators.map(|indicator| indicator.name.as_str());
    let is_known = |word: &str| book.indicator(word).is_some();
    report_unknown(reporter, "指标", named, is_known, names);
}
