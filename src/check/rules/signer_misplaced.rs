//! 签发人和文种不相配
//!
//! ## 为什么
//! 报告、请示是上行文，要在发文字号旁边标注签发人；通报、简报、函不标注。
//!
//! ## 怎么办
//! 上行文写上 `签发人`；其他文种去掉，或者把 `文种` 改对。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于2023年1—6月招商引资工作情况的通报
//! 签发人: 县领导甲
//! ---
//! ```
//! ```text
//! signer-misplaced editions/2023-06.md:5:6 通报不标注签发人
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于2023年1—6月招商引资工作情况的报告
//! 文种: 报告
//! ---
//! ```
//! ```text
//! signer-misplaced editions/2023-06.md:5:5 报告没有标注签发人
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于2023年1—6月招商引资工作情况的报告
//! 文种: 报告
//! 签发人: 县领导甲
//! ---
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::edition::{EditionCard, Genre};

pub(super) static RULE: Rule = rule!("signer-misplaced", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        let card = &edition.record.card;
        let genre = card.genre.unwrap_or(Genre::Bulletin);
        let (route, message) = match (genre.is_upward(), &card.signer) {
            (false, Some(_)) => {
                (route!(EditionCard.signer), format!("{}不标注签发人", genre.label()))
            }
            (true, None) => {
                (route!(EditionCard.genre), format!("{}没有标注签发人", genre.label()))
            }
            _ => continue,
        };
        reporter
            .report(Place::value(edition.file, route), message)
            .help("报告、请示写“签发人”，其他文种不写");
    }
}
