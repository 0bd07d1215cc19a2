//! 指标用的序时曲线没有定义
//!
//! ## 为什么
//! 没有曲线就没有序时进度，超欠进度也算不出来。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二, 序时: quarters}
//! ```
//! ```text
//! unknown-curve plans/plan-2023.yaml:4:85 没有编号为“quarters”的序时曲线
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 序时: [{编号: quarters, 名称: 季度进度, 点间: 直线, 依据: 二, 节点: [{期: 2023-Q2, 应达: 50%}, {期: 2023-Q4, 应达: 100%}]}]
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二, 序时: quarters}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{is_it, nearest, route};
use crate::model::plan::Plan;

pub(super) static RULE: Rule = rule!("unknown-curve", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for plan in &book.plans {
        let curves = plan.record.curves.iter().map(|curve| curve.id.as_str());
        for (index, indicator) in plan.record.indicators.iter().enumerate() {
            let Some(curve) = &indicator.curve else { continue };
            if curves.clone().any(|declared| declared == curve.as_str()) {
                continue;
            }
            let help = match nearest(curve.as_str(), curves.clone()) {
                Some(near) => is_it(curve.as_str(), near),
                None => "在方案的“序时”里定义这条曲线，或删去这一行".to_owned(),
            };
            let place = Place::value(plan.file, route!(Plan.indicators[index].curve));
            let message = format!("没有编号为“{curve}”的序时曲线");
            reporter.report(place, message).help(help).about(curve.as_str());
        }
    }
}
