//! 核定的数与本账的不一样，没有写原因
//!
//! ## 为什么
//! 通报把两个数并列印出，差多少、为什么差，读者都要知道。
//!
//! ## 怎么办
//! 照核定的文件写 `核减原因`（核增的也写在这里）。本账的数错了的，更正本账。
//!
//! ## 例
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.1亿元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局, 认定: 2023-07-05}
//! ```
//! ```text
//! reduction-unexplained reported/2023-06.yaml:3:39 全县2023-06的到位资金核定为0.1亿元，核减0.02亿元，没有写“核减原因”
//! ```
//!
//! ```yaml
//! # reported/2023-06.yaml
//! 总数:
//!   - {指标: 到位资金, 范围: 全县, 期: 2023-06, 值: 0.1亿元, 性质: 核定, 累计: 是, 核定机关: 市招商投资局, 认定: 2023-07-05, 核减原因: 凭证不全}
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeSet;

use crate::check::context::Context;
use crate::check::totals::{Placed, totals};
use crate::check::{Reporter, Rule, rule};
use crate::figures::basis::Basis;
use crate::model::book::FileId;
use crate::model::dictionary::{Route, field};
use crate::model::record::reported::{Total, TotalKind};
use crate::model::value::period::Period;
use crate::sheet::Sheet;

pub(super) static RULE: Rule = rule!("reduction-unexplained", Warning, Figures(check));

fn check(context: &Context, reporter: &mut Reporter) {
    let open = totals(context.book, TotalKind::Recognised);
    let open: Vec<Placed> = open.filter(|placed| placed.total.cause.is_none()).collect();
    if open.is_empty() {
        return;
    }
    let Some(basis) = context.basis() else { return };
    // A month and its year end together; what differs in both is told once.
    let mut told: BTreeSet<(FileId, usize)> = BTreeSet::new();
    for edition in &context.book.editions {
        let period = &edition.record.card.period;
        for (placed, reduction) in reductions(basis, period, &open) {
            if !told.insert((placed.file, placed.at)) {
                continue;
            }
            let Total { indicator, value, .. } = placed.total;
            let (_, scope, of, _) = placed.key();
            let (name, key) = (indicator.as_str(), field!(Total.cause).key);
            let message =
                format!("{scope}{of}的{name}核定为{value}，{reduction}，没有写“{key}”");
            reporter
                .report(placed.place(Route::<Total>::value), message)
                .help("照核定的文件写原因；本账的数错了的，更正本账")
                .about(name);
        }
    }
}

/// The totals of some that differ from the own number in an edition, with 核减 in words.
fn reductions<'p>(
    basis: &Basis,
    period: &Period,
    open: &'p [Placed<'p>],
) -> Vec<(&'p Placed<'p>, String)> {
    if !open.iter().any(|placed| placed.total.period.end() == period.end()) {
        return Vec::new();
    }
    let figures = basis.figures(period);
    let sheet = Sheet::alone(basis, &figures);
    let known = sheet.recognised();
    let reduction = |placed: &'p Placed<'p>| {
        let total = known.iter().find(|total| is_same(total, placed.total))?;
        let view = sheet.view(total.indicator.as_str())?;
        let figure = view.figure(&sheet.scope_of(total)?)?;
        let beside = view.beside(figure, total)?;
        beside.difference.filter(|difference| !difference.is_zero())?;
        let words = view.reduction(figure, beside)?.text.to_string();
        Some((placed, words))
    };
    open.iter().filter_map(reduction).collect()
}

fn is_same(one: &Total, other: &Total) -> bool {
    (&one.indicator, &one.scope, &one.period)
        == (&other.indicator, &other.scope, &other.period)
}
