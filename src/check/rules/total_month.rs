//! 上报数不在它那个月份的文件里
//!
//! ## 为什么
//! 上报数记在期末所在月份的文件里；期写错一个月，一个月就计了两次，另一个月就少了。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-05, 值: 1.2亿元, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-Q2, 值: 1.2亿元, 性质: 上报}
//! ```
//! ```text
//! total-month reported/2023-06.yaml:3:29 上报的是2023-05的数，却写在2023-06的文件里
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1.2亿元, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-Q2, 值: 1.2亿元, 性质: 上报}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::totals::totals;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::{Book, stem};
use crate::model::dictionary::Route;
use crate::model::record::reported::{Total, TotalKind};
use crate::model::value::date::Month;
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("total-month", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let kinds = [TotalKind::Reported, TotalKind::Recognised];
    for placed in kinds.into_iter().flat_map(|kind| totals(book, kind)) {
        // The dates of a campaign may stand together in one file.
        if matches!(placed.total.period, Period::Campaign(..)) {
            continue;
        }
        let stem = stem(placed.path);
        let period = &placed.total.period;
        let month = Month::of(period.end()).to_string();
        if stem != month {
            let message = format!(
                "{}的是{period}的数，却写在{stem}的文件里",
                placed.total.kind.label()
            );
            reporter
                .report(placed.place(Route::<Total>::period), message)
                .help(format!("期写错了就改正；没有写错，移到 reported/{month}.yaml"))
                .about(placed.total.indicator.as_str());
        }
    }
}
