//! 同一个上报数写了两次
//!
//! ## 为什么
//! 上报数按期相加；同一个单位、同一个指标、同一期写了两行，就会计两次。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1.2亿元, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1.2亿元, 性质: 上报}
//! ```
//! ```text
//! total-twice reported/2023-06.yaml:4:29 县交通局2023-06的到位资金上报了两次：1.2亿元和1.2亿元
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 1.2亿元, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: -0.2亿元, 性质: 上报, 报送: 2023-08-05}
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::totals::{repeated, totals};
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::Route;
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("total-twice", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let reported = totals(book, TotalKind::Reported);
    // What is below zero takes back a part of what was reported before.
    let whole = reported.filter(|placed| !placed.total.value.is_negative());
    let recognised = totals(book, TotalKind::Recognised);
    for (earlier, placed) in repeated(whole).into_iter().chain(repeated(recognised)) {
        let (indicator, scope, period, _) = placed.key();
        let message = format!(
            "{scope}{period}的{indicator}{}了两次：{}和{}",
            placed.total.kind.label(),
            earlier.total.value,
            placed.total.value
        );
        reporter
            .report(placed.place(Route::<Total>::period), message)
            .help("多写的删去，期写错的改正；更正先前一行的，写增减多少，减少写负数，并写“报送”")
            .about(indicator)
            .also(earlier.place(Route::<Total>::period), "另一处");
    }
}
