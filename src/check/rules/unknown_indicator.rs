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

use std::collections::BTreeSet;

use crate::check::names::{references, report_unknown, tables};
use crate::check::totals::totals;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Route, route};
use crate::model::plan::Plan;
use crate::model::record::reported::{Total, TotalKind};
use crate::model::value::reference::IndicatorRef;

pub(super) static RULE: Rule = rule!("unknown-indicator", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("plans/") {
        return;
    }
    let mut named = references::<IndicatorRef>(book);
    let elsewhere = [TotalKind::Quoted, TotalKind::Recognised];
    let quoted: BTreeSet<Place> = elsewhere
        .into_iter()
        .flat_map(|kind| totals(book, kind))
        .map(|placed| placed.place(Route::<Total>::indicator))
        .collect();
    named.retain(|(_, place)| !quoted.contains(place));
    for (plan, (at, table)) in tables(book) {
        for (index, row) in table.rows.iter().enumerate() {
            let route = |key: &str| route!(Plan.tables[at].rows[index].targets[key]);
            let keys = row.targets.keys();
            named.extend(keys.map(|key| (key.as_str(), Place::key(plan, route(key)))));
        }
        for (index, sum) in table.sums.iter().enumerate() {
            let route = |key: &str| route!(Plan.tables[at].sums[index].targets[key]);
            let keys = sum.targets.keys();
            named.extend(keys.map(|key| (key.as_str(), Place::key(plan, route(key)))));
        }
    }
    let indicators = book.plans.iter().flat_map(|plan| &plan.record.indicators);
    let names = indicators.map(|indicator| indicator.name.as_str());
    let is_known = |word: &str| book.indicator(word).is_some();
    report_unknown::<IndicatorRef>(reporter, named, is_known, names);
}
