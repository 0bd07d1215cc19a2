//! 领域不在名录里
//!
//! ## 为什么
//! 领域写错，项目就不会计入这个领域的目标任务。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 领域: 商贸物留
//! ```
//! ```text
//! unknown-sector projects/2023/xm-1.yaml:2:5 没有叫“商贸物留”的领域
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 领域: 商贸物流
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::SectorRef;

pub(super) static RULE: Rule = rule!("unknown-sector", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let named = references::<SectorRef>(book);
    let names = book.registry.record.sectors.iter().map(|sector| sector.name.as_str());
    let is_known = |word: &str| book.sector_called(word).is_some();
    report_unknown::<SectorRef>(reporter, named, is_known, names);
}
