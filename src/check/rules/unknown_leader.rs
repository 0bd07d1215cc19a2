//! 领导的代称不在名录里
//!
//! ## 为什么
//! 每位领导只用一个代称，写错就会当成另一个人；也防止把真名写进来。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 责任领导: 县领导申
//! ```
//! ```text
//! unknown-leader projects/2023/xm-1.yaml:2:7 没有叫“县领导申”的领导
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 责任领导: 县领导甲
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::LeaderRef;

pub(super) static RULE: Rule = rule!("unknown-leader", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let named = references::<LeaderRef>(book);
    let leaders = &book.registry.record.leaders;
    let names = leaders.iter().map(|leader| leader.name.as_str());
    let is_known = |word: &str| {
        leaders.iter().any(|leader| leader.id.as_str() == word || leader.name == word)
    };
    report_unknown::<LeaderRef>(reporter, named, is_known, names);
}
