//! 年度结算没有给各类事项都定截止日
//!
//! ## 为什么
//! 方案写了 `跨年: 年度结算计入` 的，12月截止以后报来的合同、开工和资金都在年度通报里结算。年度通报没有另写截止日的一类，仍照方案12月的截止日计，这一类迟报的就哪一期都不计。资金还要看开工：只延资金、不延开工，迟报开工的项目，资金也计不进去。
//!
//! ## 怎么办
//! 在年度通报的 `截止` 里，把合同、开工、资金的结算截止日都写上；文件规定某一类不结算的，写方案规定的那一天。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 跨年: 年度结算计入
//! 截止:
//!   - {事项: 合同, 日: 当月23日, 依据: 二}
//!   - {事项: 开工, 日: 当月23日, 依据: 二}
//!   - {事项: 资金, 日: 次月7日, 依据: 二}
//! ```
//! ```yaml
//! # editions/2023.md
//! ---
//! 期: 2023
//! 印发: 2024-03-20
//! 标题: 关于2023年度考核情况的通报
//! 截止: [{事项: 资金, 日期: 2024-03-10}]
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! settlement-partial editions/2023.md:5:1 年度结算没有写合同、开工的截止日，仍照方案12月的截止日计，以后报来的不结算
//! ```
//!
//! 三类都写明的：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 跨年: 年度结算计入
//! 截止:
//!   - {事项: 合同, 日: 当月23日, 依据: 二}
//!   - {事项: 资金, 日: 次月7日, 依据: 二}
//! ```
//! ```yaml
//! # editions/2023.md
//! ---
//! 期: 2023
//! 印发: 2024-03-20
//! 标题: 关于2023年度考核情况的通报
//! 截止: [{事项: 合同, 日期: 2024-03-10}, {事项: 资金, 日期: 2024-03-10}]
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::edition::EditionCard;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::{CarryOver, Plan};
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("settlement-partial", Warning, check);

/// What a year settles: money counts only with its contract and its start.
const SETTLED: [FactKind; 3] = [FactKind::Contract, FactKind::Stage, FactKind::Funds];

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        let card = &edition.record.card;
        let missing = missing(book, card);
        if missing.is_empty() {
            continue;
        }
        let route = if card.cutoffs.is_empty() {
            route!(EditionCard.period)
        } else {
            route!(EditionCard.cutoffs)
        };
        let message = format!(
            "年度结算没有写{}的截止日，仍照方案12月的截止日计，以后报来的不结算",
            missing.join("、")
        );
        reporter
            .report(Place::value(edition.file, route), message)
            .help("在“截止”里把合同、开工、资金的结算截止日都写上");
    }
}

/// Returns the kinds that an annual edition settles by the plan and has no cut-off of its own for.
fn missing(book: &Book, card: &EditionCard) -> Vec<&'static str> {
    if !matches!(card.period, Period::Year(_)) {
        return Vec::new();
    }
    let plans = book.plans.iter().map(|filed| filed.record.as_ref());
    let settling: Vec<&Plan> = plans
        .filter(|plan| {
            plan.span.contains(card.period.end())
                && plan.carry_over == Some(CarryOver::Settlement)
        })
        .collect();
    let is_missing = |kind: &FactKind| {
        let mut usual = settling.iter().flat_map(|plan| &plan.cutoffs);
        usual.any(|cutoff| cutoff.kind == *kind)
            && card.cutoffs.iter().all(|own| own.kind != *kind)
    };
    SETTLED.into_iter().filter(is_missing).map(FactKind::label).collect()
}
