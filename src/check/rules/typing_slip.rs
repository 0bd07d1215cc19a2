//! 正文里有笔误：标点写了两个、半角，括号不成对，一句话写了两遍
//!
//! ## 为什么
//! 删改句子时最容易留下“，，”“。。”和半边括号；粘贴两次的一段，照样印两段。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! 全县到位资金{{ 到位资金 }}，，完成{{ 到位资金.完成率 }}。（其中商贸物流领先。县交通局加快推进,县商务委跟上。
//! ```
//! ```text
//! typing-slip editions/2023-06.md:7:17 标点写了两个：“，，”
//! typing-slip editions/2023-06.md:7:36 括号“（”没有另一半
//! typing-slip editions/2023-06.md:7:54 这里的标点是半角的：“,”
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 要加快推进已签约项目开工，确保完成全年任务。
//!
//! 要加快推进已签约项目开工，确保完成全年任务。
//! ```
//! ```text
//! typing-slip editions/2023-06.md:9:1 这一句前面已经写过
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 全县到位资金{{ 到位资金 }}，完成{{ 到位资金.完成率 }}（其中商贸物流领先）。县交通局……县商务委1,200人。
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::{Reporter, Rule, rule};
use crate::claims::typed::{REFERENCE, Typed, of_narrative};
use crate::diagnostic::Place;
use crate::model::book::{Book, Filed};
use crate::model::edition::Edition;

pub(super) static RULE: Rule = rule!("typing-slip", Warning, check);

/// Marks of which two beside each other are one too many.
const SINGLE: &[char] = &['，', '、', '。', '；', '：'];
/// Marks that stand between Chinese words in another form.
const HALF: &[char] = &[',', ';', ':', '?', '!'];
const BRACKETS: &[(char, char)] =
    &[('（', '）'), ('“', '”'), ('《', '》'), ('〔', '〕'), ('【', '】')];
/// A shorter sentence may well stand twice.
const LONG: usize = 12;

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        let typed = of_narrative(&edition.record.narrative);
        for paragraph in typed.chunk_by(|one, next| paragraph(one) == paragraph(next)) {
            let brackets = lone_bracket(paragraph);
            let marks = paragraph.iter().flat_map(marks);
            for (typed, range, message) in marks.chain(brackets) {
                tell(edition, typed, range, message, reporter);
            }
        }
        let mut known = BTreeSet::new();
        for typed in &typed {
            let text = typed.text().trim();
            let is_plain = typed.references.is_empty() && text.chars().count() >= LONG;
            if is_plain && !known.insert(text) {
                let all = 0..typed.text().len();
                tell(edition, typed, all, "这一句前面已经写过".to_owned(), reporter);
            }
        }
    }
}

fn paragraph(typed: &Typed) -> usize {
    typed.sentence.paragraph
}

/// What is wrong with some words of a sentence.
type Slip<'s, 'a> = (&'s Typed<'a>, Range<usize>, String);

/// The marks of a sentence that are written twice or in another form.
fn marks<'s, 'a>(typed: &'s Typed<'a>) -> Vec<Slip<'s, 'a>> {
    let text = typed.text();
    let mut found = Vec::new();
    let mut before = None;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        if SINGLE.contains(&mark) && before == Some(mark) {
            let message = format!("标点写了两个：“{mark}{mark}”");
            found.push((typed, at - mark.len_utf8()..end, message));
        }
        let is_behind = before.is_some_and(|mark| is_chinese(mark) || mark == REFERENCE);
        let is_before = text[end..].chars().next().is_none_or(is_chinese);
        if HALF.contains(&mark) && is_behind && is_before {
            found.push((typed, at..end, format!("这里的标点是半角的：“{mark}”")));
        }
        before = Some(mark);
    }
    found
}

fn is_chinese(mark: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&mark)
}

/// The first bracket of a paragraph that lacks the other half.
fn lone_bracket<'s, 'a>(paragraph: &'s [Typed<'a>]) -> Option<Slip<'s, 'a>> {
    let mut open: Vec<(char, &Typed, usize)> = Vec::new();
    let mut lone = None;
    for typed in paragraph {
        for (at, mark) in typed.text().char_indices() {
            if BRACKETS.iter().any(|(begin, _)| *begin == mark) {
                open.push((mark, typed, at));
            } else if let Some((begin, _)) = BRACKETS.iter().find(|(_, end)| *end == mark)
            {
                let closed = open.pop_if(|(last, ..)| last == begin);
                lone = lone.or(closed.is_none().then_some((mark, typed, at)));
            }
        }
    }
    let (mark, typed, at) = lone.or(open.first().copied())?;
    Some((typed, at..at + mark.len_utf8(), format!("括号“{mark}”没有另一半")))
}

fn tell(
    edition: &Filed<Edition>,
    typed: &Typed,
    range: Range<usize>,
    message: String,
    reporter: &mut Reporter,
) {
    let place = Place::span(edition.file, typed.span(&range));
    reporter.report(place, message).help("改正或删去；确要这样写的，不用管这条提醒");
}
