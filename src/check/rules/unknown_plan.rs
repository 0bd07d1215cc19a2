//! 账本写的方案没有文件
//!
//! ## 为什么
//! 方案决定目标和口径；写错编号，整份方案就不起作用。
//!
//! ## 例
//! ```yaml
//! # book.yaml
//! 方案: [plan-2033]
//! ```
//! ```text
//! unknown-plan book.yaml:2:6 没有叫“plan-2033”的方案
//! ```
//!
//! ```yaml
//! # book.yaml
//! 方案: [plan-2023]
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::PlanRef;

pub(super) static RULE: Rule = rule!("unknown-plan", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("plans/") {
        return;
    }
    let named = references::<PlanRef>(book);
    let names = book.plans.iter().map(|plan| plan.record.id.as_str());
    let is_known = |word: &str| {
        let mut plans = book.plans.iter().map(|plan| &plan.record);
        plans.any(|plan| plan.id.as_str() == word || plan.name == word)
    };
    report_unknown::<PlanRef>(reporter, named, is_known, names);
}
