//! 责任单位不在名录里
//!
//! ## 为什么
//! 单位写错一个字，它的项目和资金就没有去处，排位也会错。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 责任单位: 县交通居
//! ```
//! ```text
//! unknown-unit projects/2023/xm-1.yaml:2:7 没有叫“县交通居”的责任单位
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 论证: {日期: 2023-03-02, 结论: 通过, 单位: 县发改委}
//! ```
//! ```text
//! unknown-unit projects/2023/xm-1.yaml:2:34 没有叫“县发改委”的责任单位
//! ```
//!
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 责任单位: 县交通局
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::record::registry::Unit;
use crate::model::value::reference::UnitRef;

pub(super) static RULE: Rule = rule!("unknown-unit", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let units = book.registry.record.units.iter();
    let names: Vec<&str> = units.flat_map(Unit::names).collect();
    let is_known = |word: &str| book.unit_called(word).is_some();
    report_unknown::<UnitRef>(
        reporter,
        references::<UnitRef>(book),
        is_known,
        names.into_iter(),
    );
}
