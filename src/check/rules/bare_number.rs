//! 通报正文里直接写了金额或百分比
//!
//! ## 为什么
//! 正文里手写的数不会随数据更新，也查不到出处；用 {{ 指标 }} 引用才不会对不上。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! 省外到位资金1.2亿元，完成{{ 到位资金.完成率 }}。
//! ```
//! ```text
//! bare-number editions/2023-06.md:7:7 正文里直接写了“1.2亿元”
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! 截至6月底，全县3个单位到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use crate::check::narrative::typed;
use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::value::quantity::DENOMINATIONS;

pub(super) static RULE: Rule = rule!("bare-number", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        for (text, span) in typed(&edition.record.narrative) {
            for (start, end) in bare_numbers(text) {
                let message = format!("正文里直接写了“{}”", &text[start..end]);
                reporter
                    .report(Place::span(edition.file, span.part(&(start..end))), message)
                    .help("改用引用，如 {{ 到位资金 }}、{{ 到位资金.完成率 }}、{{ 到位资金.目标 }}");
            }
        }
    }
}

/// Returns the ranges of numbers that are followed by a unit of money or by a percent sign.
fn bare_numbers(text: &str) -> Vec<(usize, usize)> {
    let mut bare = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(is_digit).map(|start| at + start) {
        let rest = &text[start..];
        let length =
            rest.find(|c| !is_digit(c) && !matches!(c, '.' | ',')).unwrap_or(rest.len());
        let after = rest[length..].trim_start();
        let gap = rest.len() - length - after.len();
        if let Some(unit) = unit_at(after) {
            bare.push((start, start + length + gap + unit));
        }
        at = start + length;
    }
    bare
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn unit_at(text: &str) -> Option<usize> {
    let money =
        DENOMINATIONS.iter().filter(|unit| unit.base.is_money()).map(|unit| unit.word);
    let words = money.chain(["%", "％", "个百分点", "百分点", "亿", "万"]);
    words.filter(|word| text.starts_with(word)).map(str::len).max()
}
