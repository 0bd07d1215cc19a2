//! 产业链不在名录里
//!
//! ## 为什么
//! 产业链写错，按产业链统计时就会漏掉这个项目。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 产业链: 食品加公
//! ```
//! ```text
//! unknown-chain projects/2023/xm-1.yaml:2:6 没有叫“食品加公”的产业链
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 产业链: 食品加工
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::ChainRef;

pub(super) static RULE: Rule = rule!("unknown-chain", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let named = references::<ChainRef>(book);
    let names = book.registry.record.chains.iter().map(|chain| chain.name.as_str());
    let is_known = |word: &str| book.chain_called(word).is_some();
    report_unknown::<ChainRef>(reporter, named, is_known, names);
}
