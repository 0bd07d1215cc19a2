//! 签约活动不在名录里
//!
//! ## 为什么
//! 同一个展会写成两个名称，按活动统计就会漏掉，也看不出一个项目在两个活动上重复签约。
//!
//! ## 例
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 签约活动: 西部会}]
//! ```
//! ```text
//! unknown-event projects/2023/xm-1.yaml:2:50 没有叫“西部会”的签约活动
//! ```
//!
//! ```yaml
//! # units.yaml
//! 签约活动:
//!   - {编号: western, 名称: 西博会}
//! ```
//! ```yaml
//! # projects/2023/xm-1.yaml
//! 合同: [{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 签约活动: 西博会}]
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::EventRef;

pub(super) static RULE: Rule = rule!("unknown-event", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("units.yaml") {
        return;
    }
    let named = references::<EventRef>(book);
    let names = book.registry.record.events.iter().map(|event| event.name.as_str());
    let is_known = |word: &str| book.event_called(word).is_some();
    report_unknown::<EventRef>(reporter, named, is_known, names);
}
