//! 率的分母可能为零，没有写明怎么办
//!
//! ## 为什么
//! 没有新签合同，到位率就没有分母。怎样处理要有说法：不计算，还是另有规定，不能到时候各算各的。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: arrived, 名称: 资金到位率, 取数: 比率, 分子: 到位资金, 分母: 正式合同额, 来源: 项目, 单位: "%", 时段: 本年累计, 口径: 到位资金与合同额之比, 依据: 二}
//! ```
//! ```text
//! zero-denominator plans/plan-2023.yaml:5:34 “资金到位率”没有写明分母为零时怎么办
//! ```
//!
//! 功效系数的区间也是分母：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 考核:
//!   - 编号: units
//!     名称: 单位考核
//!     依据: 二
//!     权重组: [{编号: one, 依据: 二, 采用: 是, 合计: 10, 项目: [{名称: 系数, 分值: 10, 依据: 二}]}]
//!     计分:
//!       - {编号: range, 名称: 系数, 方式: 功效系数, 指标: 到位资金, 分值: 10, 封顶: 10, 区间: {基础: 6, 最小: 50, 最大: 50}, 不明: [{处理: 零分, 依据: 二}], 依据: 二}
//! ```
//! ```text
//! zero-denominator plans/plan-2023.yaml:8:65 “系数”的最大不大于最小，除不了
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 指标:
//!   - {编号: contract, 名称: 正式合同额, 取数: 合同额, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 合同金额, 依据: 二}
//!   - {编号: funds, 名称: 到位资金, 取数: 到位资金, 来源: 项目, 单位: 亿元, 时段: 本年累计, 口径: 到位的资金, 依据: 二}
//!   - {编号: arrived, 名称: 资金到位率, 取数: 比率, 分子: 到位资金, 分母: 正式合同额, 分母为零: 不计算，印“—”并注明原因, 来源: 项目, 单位: "%", 时段: 本年累计, 口径: 到位资金与合同额之比, 依据: 二}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::score_items::items;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::plan::Plan;
use crate::model::plan::indicator::MeasureKind;

pub(super) static RULE: Rule = rule!("zero-denominator", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in items(book) {
        let range = placed.item.range.as_ref();
        let bounds = range.and_then(|range| range.low.zip(range.high));
        if bounds.is_none_or(|(low, high)| high > low) {
            continue;
        }
        let route = route!(placed.route => range);
        let message = format!("“{}”的最大不大于最小，除不了", placed.item.name);
        reporter
            .report(Place::key(placed.file, route), message)
            .help("核对这几个数")
            .about(placed.item.name.as_str());
    }
    for plan in &book.plans {
        for (at, indicator) in plan.record.indicators.iter().enumerate() {
            if indicator.measure == MeasureKind::Ratio && indicator.when_zero.is_none() {
                let place = Place::value(plan.file, route!(Plan.indicators[at].measure));
                let message = format!("“{}”没有写明分母为零时怎么办", indicator.name);
                let help = "写一行“分母为零: 不计算，打印“—”并注明原因”，或照裁定写";
                reporter.report(place, message).help(help).about(&indicator.name);
            }
        }
    }
}
