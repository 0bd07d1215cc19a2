//! 正文或标题里留着没有填的空
//!
//! ## 为什么
//! 起草时先空着的“××”“待补”，印发前忘了填，就照样印出来。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! 新签约项目XX个，合同额××亿元，下月重点（待补充）。
//! ```
//! ```text
//! leftover-text editions/2023-06.md:7:6 这里还没有填：“XX”
//! leftover-text editions/2023-06.md:7:13 这里还没有填：“××”
//! leftover-text editions/2023-06.md:7:23 这里还没有填：“待补充”
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 某某物流公司的用地待批，全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use std::ops::Range;

use crate::check::narrative::typed;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::route;
use crate::model::edition::EditionCard;

pub(super) static RULE: Rule = rule!("leftover-text", Warning, check);

/// Marks that stand, two or more of them, for what is not known yet.
const MARKS: &[char] = &['X', 'x', 'Ｘ', 'ｘ', '×', '*', '＊', '_', '＿', '□', '？', '?'];
/// Words for what is not known yet; of those that begin alike the longest comes first.
const WORDS: &[&str] = &[
    "待补充",
    "待补",
    "待填写",
    "待填",
    "待核实后补",
    "待定稿",
    "待完善",
    "TODO",
    "todo",
    "TBD",
    "此处填写",
    "请填写",
    "示例文字",
];

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        let mut tell = |text: &str, found: Range<usize>, place| {
            let message = format!("这里还没有填：“{}”", &text[found]);
            reporter.report(place, message).help("填上，能引用的用引用；不要的删去");
        };
        let title = &edition.record.card.title;
        for found in leftovers(title) {
            tell(title, found, Place::value(edition.file, route!(EditionCard.title)));
        }
        for (text, span) in typed(&edition.record.narrative) {
            for found in leftovers(text) {
                let place = Place::span(edition.file, span.part(&found));
                tell(text, found, place);
            }
        }
    }
}

/// Returns where a text leaves something open.
fn leftovers(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let run = rest.len() - rest.trim_start_matches(first).len();
        // Letters within a name are of that name.
        let joins =
            |mark: Option<char>| mark.is_some_and(|mark| mark.is_ascii_alphabetic());
        let is_name = first.is_ascii_alphabetic()
            && (joins(text[..at].chars().last()) || joins(rest[run..].chars().next()));
        let is_run = MARKS.contains(&first) && run > first.len_utf8() && !is_name;
        let word = WORDS.iter().find(|word| rest.starts_with(**word));
        let length = if is_run { Some(run) } else { word.map(|word| word.len()) };
        found.extend(length.map(|length| at..at + length));
        at += length.unwrap_or(first.len_utf8());
    }
    found
}
