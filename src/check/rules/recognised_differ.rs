//! 核定以后公布的数与核定的不一致
//!
//! ## 为什么
//! 上级核定以后，再对外说的同一个数应当是核定的数；说了别的数，读者不知道信哪一个。核定以前公布的不算。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.1亿元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局, 认定: 2023-08-20}
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.12亿元, 性质: 引用, 累计: 是, 原文: 上半年到位资金0.12亿元, 公布: 2023-09-05}
//! ```
//! ```text
//! recognised-differ reported/2023-06.yaml:4:39 全县2023-06的到位资金2023-08-20核定为0.1亿元，2023-09-05公布的是0.12亿元
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.1亿元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局, 核减原因: 凭证不全, 认定: 2023-08-20}
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.1亿元, 性质: 引用, 累计: 是, 原文: 上半年到位资金0.1亿元, 公布: 2023-09-05}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::check::totals::totals;
use crate::check::{Reporter, Rule, rule};
use crate::model::book::Book;
use crate::model::dictionary::{Correctable, Route};
use crate::model::record::reported::{Total, TotalKind};

pub(super) static RULE: Rule = rule!("recognised-differ", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    let recognised: BTreeMap<_, _> = totals(book, TotalKind::Recognised)
        .filter(|placed| !placed.total.is_withdrawn())
        .map(|placed| (placed.key(), placed))
        .collect();
    for quoted in totals(book, TotalKind::Quoted) {
        let Some(placed) = recognised.get(&quoted.key()) else { continue };
        let days = placed.total.recognised.zip(quoted.total.published);
        let Some((day, published)) = days.filter(|(day, published)| day < published)
        else {
            continue;
        };
        // What the organ said of it by then.
        let (known, said) = (placed.total.known_on(published).value, quoted.total.value);
        if known.compare(&said).is_some_and(Ordering::is_eq) {
            continue;
        }
        let (indicator, scope, period, _) = quoted.key();
        let message = format!(
            "{scope}{period}的{indicator}{day}核定为{known}，{published}公布的是{said}"
        );
        reporter
            .report(quoted.place(Route::<Total>::value), message)
            .help(
                "核对原文；确属两个口径的另立指标，核定以后又改了的在核定那一行写“更正”",
            )
            .about(indicator)
            .also(placed.place(Route::<Total>::value), "核定");
    }
}
