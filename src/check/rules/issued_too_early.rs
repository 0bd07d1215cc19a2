//! 印发日期早于最后一个截止日
//!
//! ## 为什么
//! 截止日以前还会有材料报来；先印发后截止，印出的数就不完整。
//!
//! ## 例
//! ```yaml
//! # plans/plan-2023.yaml
//! 截止:
//!   - {事项: 资金, 日: 次月23日, 依据: 二}
//! ```
//! ```text
//! issued-too-early editions/2023-06.md:3:5 印发日期（2023-07-10）早于资金的报送截止日（2023-07-23）
//! ```
//!
//! 通报里写明了另外的截止日期的，以它为准：
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 截止:
//!   - {事项: 资金, 日: 次月23日, 依据: 二}
//! ```
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于全县招商引资工作情况的通报
//! 截止: [{事项: 资金, 日期: 2023-07-09}]
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::NaiveDate;

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::edition::EditionCard;
use crate::model::plan::fact_kind::FactKind;

pub(super) static RULE: Rule = rule!("issued-too-early", Error, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        let card = &edition.record.card;
        let last = cutoffs(book, card).into_iter().max_by_key(|(_, date)| *date);
        let (Some(issued), Some((kind, last))) = (card.issued, last) else { continue };
        if issued < last {
            let label = kind.label();
            let message =
                format!("印发日期（{issued}）早于{label}的报送截止日（{last}）");
            reporter
                .report(Place::value(edition.file, route!(EditionCard.issued)), message)
                .help("推迟印发，或在“截止”里写明本期的截止日期");
        }
    }
}

/// Returns the cut-offs of an edition: the plans', unless it has its own.
fn cutoffs(book: &Book, card: &EditionCard) -> Vec<(FactKind, NaiveDate)> {
    let end = card.period.end();
    let plans =
        book.plans.iter().map(|plan| &plan.record).filter(|plan| plan.span.contains(end));
    let declared = plans.flat_map(|plan| &plan.cutoffs).map(|cutoff| {
        let shifted = card.cutoffs.iter().find(|shifted| shifted.kind == cutoff.kind);
        (cutoff.kind, shifted.map_or(cutoff.day.for_end(end), |shifted| shifted.date))
    });
    declared
        .chain(card.cutoffs.iter().map(|shifted| (shifted.kind, shifted.date)))
        .collect()
}
