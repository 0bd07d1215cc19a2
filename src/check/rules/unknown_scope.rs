//! 目标或总数的范围看不懂
//!
//! ## 为什么
//! 范围写错，目标就落不到任何单位、领域上。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全线, 期: 2023-06, 值: 1.2亿元, 性质: 上报}
//! ```
//! ```text
//! unknown-scope reported/2023-06.yaml:3:20 没有叫“全线”的范围
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 1.2亿元, 性质: 引用}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::ScopeRef;

pub(super) static RULE: Rule = rule!("unknown-scope", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let named = references::<ScopeRef>(book);
    let registry = &book.registry.record;
    let units = registry.units.iter().map(|unit| unit.name.as_str());
    let sectors = registry.sectors.iter().map(|sector| sector.name.as_str());
    let groups = registry.groups.iter().map(|group| group.name.as_str());
    let whole = std::iter::once(book.card.record.whole.as_str());
    let names = whole.chain(sectors).chain(groups).chain(units);
    let is_known =
        |word: &str| book.lacks("book.yaml") || !book.scopes_called(word).is_empty();
    report_unknown::<ScopeRef>(reporter, named, is_known, names);
}
