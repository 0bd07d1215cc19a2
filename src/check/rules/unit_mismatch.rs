//! 上报、引用的数与指标的计量单位不是一类
//!
//! ## 为什么
//! 金额的指标上报成了个数，或者反过来，这个数就加不进合计，指标会少一块。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 县交通局, 期: 2023-06, 值: 12个, 性质: 上报}
//!   - {指标: 到位资金, 范围: 县商务委, 期: 2023-06, 值: 1200万元, 性质: 上报}
//! ```
//! ```text
//! unit-mismatch reported/2023-06.yaml:3:41 到位资金以亿元计，这里写的是12个
//! ```

use crate::check::totals::totals;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::Route;
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("unit-mismatch", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for placed in TotalKind::ALL.iter().flat_map(|kind| totals(book, *kind)) {
        let word = placed.total.indicator.as_str();
        let Some((_, indicator)) = book.indicator(word) else { continue };
        let (value, unit) = (placed.total.value, indicator.unit);
        if value.unit.base != unit.base {
            let message =
                format!("{}以{}计，这里写的是{value}", indicator.name, unit.word);
            reporter
                .report(placed.place(Route::<Total>::value), message)
                .help(format!("按{}写；不是这个指标的数，改正“指标”", unit.word))
                .about(word);
        }
    }
}
