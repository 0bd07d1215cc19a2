//! 标题写的年份、月份不是这一期的
//!
//! ## 为什么
//! 照上一期、上一年的文件改，标题最容易漏改；标题印在公文、网页和目录上，月份错了，全篇的数就被当作别的月份的。
//! 标题里有几个月份的，有一个相符就不说。
//!
//! ## 例
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于2022年1—5月全县招商引资工作情况的通报
//! 标题分行: [关于2023年1—5月, 全县招商引资工作情况的通报]
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! title-period editions/2023-06.md:4:5 标题写的是2022年，这一期是2023-06
//! title-period editions/2023-06.md:4:5 标题写的是到5月，这一期是2023-06
//! title-period editions/2023-06.md:5:1 标题分行连起来是“关于2023年1—5月全县招商引资工作情况的通报”，不是标题
//! ```
//!
//! ```yaml
//! # plans/plan-2023.yaml
//! 名称: 某县2022年招商引资实施方案
//! ```
//! ```text
//! title-period plans/plan-2023.yaml:2:5 名称写的是2022年，期间是2023-01-01 至 2023-12-31
//! ```
//!
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 印发: 2023-07-10
//! 标题: 关于2023年上半年全县招商引资工作情况的通报
//! 标题分行: [关于2023年上半年, 全县招商引资工作情况的通报]
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use chrono::Datelike;

use crate::check::{Reporter, Rule, rule};
use crate::claims::number::period::{Period as Said, period};
use crate::claims::number::plain::Plain;
use crate::diagnostic::Place;
use crate::model::book::Book;
use crate::model::dictionary::{Step, route};
use crate::model::edition::EditionCard;
use crate::model::plan::Plan;
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("title-period", Warning, check);

fn check(book: &Book, reporter: &mut Reporter) {
    for edition in &book.editions {
        for (message, route) in faults(&edition.record.card) {
            reporter
                .report(Place::value(edition.file, route), message)
                .help("照这一期改标题")
                .about(edition.record.card.period.to_string());
        }
    }
    for plan in &book.plans {
        let Plan { name, span, .. } = &*plan.record;
        let years = years(name);
        let is_within = |year: &i32| (span.start.year()..=span.end.year()).contains(year);
        let Some(first) = years.first().filter(|_| !years.iter().any(is_within)) else {
            continue;
        };
        let message = format!("名称写的是{first}年，期间是{span}");
        reporter
            .report(Place::value(plan.file, route!(Plan.name)), message)
            .help("核对方案的名称和期间")
            .about(name.as_str())
            .or_ruled("", [first.to_string()]);
    }
}

/// Returns what is wrong with the title of an edition, with where.
fn faults(card: &EditionCard) -> Vec<(String, Vec<Step>)> {
    let EditionCard { period, title, title_lines, .. } = card;
    let mut faults = Vec::new();
    let days = period.days();
    let years = years(title);
    let is_own = |year: &i32| (days.start.year()..=days.end.year()).contains(year);
    if let Some(year) = years.first().filter(|_| !years.iter().any(is_own)) {
        let message = format!("标题写的是{year}年，这一期是{period}");
        faults.push((message, route!(EditionCard.title)));
    }
    if let Some(month) = other_month(title, period) {
        let message = format!("标题写的是到{month}月，这一期是{period}");
        faults.push((message, route!(EditionCard.title)));
    }
    let lines = title_lines.concat();
    if !lines.is_empty() && bare(&lines) != bare(title) {
        let message = format!("标题分行连起来是“{lines}”，不是标题");
        faults.push((message, route!(EditionCard.title_lines)));
    }
    faults
}

fn bare(title: &str) -> String {
    title.split_whitespace().collect()
}

/// Returns the years that a text names, in digits or in characters: 2023年, 二〇二三年.
fn years(text: &str) -> Vec<i32> {
    const DIGITS: &str = "〇一二三四五六七八九";
    let plain = Plain::of(text);
    let digit = |mark: char| {
        let mark = if matches!(mark, '○' | '零') { '〇' } else { mark };
        let digit = DIGITS.chars().zip('0'..='9').find(|(known, _)| *known == mark);
        digit.map_or(mark, |(_, digit)| digit)
    };
    let text: String = plain.text().chars().map(digit).collect();
    let named = text.match_indices(['年', '—', '-', '－', '至']).filter_map(|(at, _)| {
        let start = text[..at].trim_end_matches(|mark: char| mark.is_ascii_digit()).len();
        let year = text[start..at].parse().ok()?;
        (at - start == 4 && (1900..2100).contains(&year)).then_some(year)
    });
    named.collect()
}

/// Returns the month with which the months end that a title names, if it is not the last one of the
/// period.
fn other_month(title: &str, of: &Period) -> Option<u32> {
    if !matches!(
        of,
        Period::Year(_) | Period::Half(..) | Period::Quarter(..) | Period::Month(_)
    ) {
        return None;
    }
    let plain = Plain::of(title);
    match period(plain.text())? {
        Said::Months(_, last) if last != of.end().month() => Some(last),
        _ => None,
    }
}
