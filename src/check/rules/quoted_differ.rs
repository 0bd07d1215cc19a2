//! 同一个数引用了两处，两处不一致
//!
//! ## 为什么
//! 答复函、工作报告里引用的数要与同期通报一致；对外说了两个数，读者不知道信哪一个。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 12.5亿元, 性质: 引用, 累计: 是, 原文: 1—6月到位资金12.5亿元}
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 12.8亿元, 性质: 引用, 累计: 是, 原文: 答复函：到位资金12.8亿元}
//! ```
//! ```text
//! quoted-differ reported/2023-06.yaml:4:39 全县2023-06的到位资金引用了12.8亿元，另一处引用的是12.5亿元
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 12.5亿元, 性质: 引用, 累计: 是, 原文: 1—6月到位资金12.5亿元}
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 12.5亿元, 性质: 引用, 累计: 是, 原文: 答复函：到位资金12.5亿元}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;

use crate::check::totals::{repeated, totals};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::Route;
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("quoted-differ", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for (earlier, placed) in repeated(totals(book, TotalKind::Quoted)) {
        if same(placed.total, earlier.total) {
            continue;
        }
        let (indicator, scope, period, _) = placed.key();
        let message = format!(
            "{scope}{period}的{indicator}引用了{}，另一处引用的是{}",
            placed.total.value, earlier.total.value
        );
        reporter
            .report(placed.place(Route::<Total>::value), message)
            .help("核对原文；以同期通报为准，确属两个口径的另立指标")
            .about(scope)
            .or_ruled(
                indicator,
                [placed.total.value, earlier.total.value].map(|it| it.to_string()),
            )
            .also(earlier.place(Route::<Total>::value), "另一处");
    }
}

fn same(total: &Total, other: &Total) -> bool {
    total.value.compare(&other.value).is_some_and(Ordering::is_eq)
}
