//! 单位的分组不在名录里
//!
//! ## 为什么
//! 排位按分组进行，分组写错，这个单位就排不进去。
//!
//! ## 例
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部们}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//! ```
//! ```text
//! unknown-group units.yaml:3:34 没有叫“县级部们”的单位分组
//! ```
//!
//! ```yaml
//! # units.yaml
//! 单位:
//!   - {编号: jiaotong, 名称: 县交通局, 分组: 县级部门}
//!   - {编号: shangwu, 名称: 县商务委, 分组: 县级部门}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::GroupRef;

pub(super) static RULE: Rule = rule!("unknown-group", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let named = references::<GroupRef>(book);
    let names = book.registry.record.groups.iter().map(|group| group.name.as_str());
    let is_known = |word: &str| book.group_called(word).is_some();
    report_unknown::<GroupRef>(reporter, named, is_known, names);
}
