//! 日期前面写了“截止”
//!
//! ## 为什么
//! “截止”是停止，“截至”是到某个时候为止。后面跟着日期的写“截至”：“截至7月底”“截至6月30日”；“报名5月底截止”才用“截止”。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! 截止6月底，全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! until-word editions/2023-06.md:7:1 “截止6月底”应写作“截至6月底”
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 截至6月底，全县到位资金{{ 到位资金 }}；报送截止日为次月7日。
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::narrative::typed;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;

pub(super) static RULE: Rule = rule!("until-word", Warning, check);

/// The word that ends something, and the one that a date follows.
const ENDS: &str = "截止";
const UNTIL: &str = "截至";

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        for (text, span) in typed(&edition.record.narrative) {
            for (start, _) in text.match_indices(ENDS) {
                let Some(date) = date_at(&text[start + ENDS.len()..]) else { continue };
                let end = start + ENDS.len() + date.len();
                let message = format!("“{ENDS}{date}”应写作“{UNTIL}{date}”");
                reporter
                    .report(Place::span(edition.file, span.part(&(start..end))), message)
                    .help("后面跟着日期的写“截至”");
            }
        }
    }
}

/// Returns the date that a text begins with: numbers with 年、月、日, and 底 or 末.
fn date_at(text: &str) -> Option<&str> {
    let is_part = |c: char| c.is_ascii_digit() || "年月日底末季度一二三四".contains(c);
    let length = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let date = &text[..length];
    let has_number = date.starts_with(|c: char| c.is_ascii_digit());
    (has_number && date.contains(['年', '月', '日'])).then_some(date)
}
