//! 指标用的灯组没有定义
//!
//! ## 为什么
//! 没有灯组就判断不了是什么颜色。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二, 灯组: 五色图}
//! ```
//! ```text
//! unknown-lamps plans/plan-2023.yaml:4:85 没有叫“五色图”的灯组
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::names::{references, report_unknown};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::value::reference::LampSetRef;

pub(super) static RULE: Rule = rule!("unknown-lamps", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    if book.lacks("plans/") {
        return;
    }
    let named = references::<LampSetRef>(book);
    let is_known =
        |word: &str| book.plans.iter().any(|plan| plan.record.lamp_set(word).is_some());
    let sets = book.plans.iter().flat_map(|plan| &plan.record.lamps);
    let names = sets.map(|set| set.id.as_str());
    report_unknown::<LampSetRef>(reporter, named, is_known, names);
}
