//! 各期通报的期号、印发日期对不上
//!
//! ## 为什么
//! 照上一期改出下一期，最容易漏改期号和印发日期：两期用了同一个文号，后一期先印发，印发晚到下一年，都是公文上的差错。
//!
//! ## 例
//! ```yaml
//! # editions/2023-05.md
//! ---
//! 期: 2023-05
//! 期号: 6
//! 印发: 2023-07-15
//! 标题: 关于2023年1—5月全县招商引资工作情况的通报
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 期号: 6
//! 印发: 2023-07-10
//! 标题: 关于2023年1—6月全县招商引资工作情况的通报
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! edition-order editions/2023-05.md:3:5 期号6已经用在2023-06上
//! edition-order editions/2023-06.md:4:5 2023-07-10印发，比上一期2023-05（2023-07-15）还早
//! ```
//!
//! ```yaml
//! # editions/2023-05.md
//! ---
//! 期: 2023-05
//! 期号: 5
//! 印发: 2023-06-10
//! 标题: 关于2023年1—5月全县招商引资工作情况的通报
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```yaml
//! # editions/2023-06.md
//! ---
//! 期: 2023-06
//! 期号: 6
//! 印发: 2023-07-10
//! 标题: 关于2023年1—6月全县招商引资工作情况的通报
//! ---
//! 全县到位资金{{ 到位资金 }}。
//! ```
//! ```text
//! （没有问题）
//! ```

use std::collections::BTreeMap;

use chrono::{Datelike, Days};

use crate::check::{Reporter, Rule, rule};
use crate::diagnostic::Place;
use crate::model::book::{Book, FileId, Filed};
use crate::model::dictionary::route;
use crate::model::edition::{Edition, EditionCard};
use crate::model::value::period::Period;

pub(super) static RULE: Rule = rule!("edition-order", Warning, check);

/// An edition that is issued so many days after its last day was hardly meant to be.
const LATE: Days = Days::new(366);

fn check(book: &Book, reporter: &mut Reporter) {
    let mut editions: Vec<&Filed<Edition>> = book.editions.iter().collect();
    editions.sort_by_key(|edition| edition.record.card.period.end());
    for (at, edition) in editions.iter().enumerate() {
        let card = &edition.record.card;
        let earlier = editions[..at].iter().rev();
        let before = earlier
            .into_iter()
            .find(|it| it.record.card.period.same_series(&card.period));
        dates(edition, before.copied(), reporter);
    }
    numbers(&editions, reporter);
}

/// The day of issue against that of the edition before, and against the period itself.
fn dates(
    edition: &Filed<Edition>,
    before: Option<&Filed<Edition>>,
    reporter: &mut Reporter,
) {
    let EditionCard { period, issued, .. } = &edition.record.card;
    let Some(issued) = *issued else { return };
    let place =
        |edition: &Filed<Edition>| Place::value(edition.file, route!(EditionCard.issued));
    let earlier = before.and_then(|before| {
        let card = &before.record.card;
        Some((before, &card.period, card.issued.filter(|day| *day > issued)?))
    });
    if let Some((before, other, day)) = earlier {
        let message = format!("{issued}印发，比上一期{other}（{day}）还早");
        reporter
            .report(place(edition), message)
            .help("核对两期的印发日期")
            .about(period.to_string())
            .also(place(before), "上一期");
    } else if period.end().checked_add_days(LATE).is_some_and(|last| last < issued) {
        let days = (issued - period.end()).num_days();
        reporter
            .report(
                place(edition),
                format!("{issued}印发，离{period}的最后一天有{days}天"),
            )
            .help("核对印发的年份")
            .about(period.to_string())
            .or_ruled("", [issued.to_string()]);
    }
}

/// The numbers that editions issued in one year have, in the order in which they were issued.
fn numbers(editions: &[&Filed<Edition>], reporter: &mut Reporter) {
    let mut numbered = Vec::new();
    for edition in editions {
        let EditionCard { issued, number, period, .. } = &edition.record.card;
        if let Some((issued, number)) = issued.zip(*number) {
            numbered.push((issued, number.0, period, edition.file));
        }
    }
    numbered.sort_by_key(|(issued, ..)| *issued);
    let mut used: BTreeMap<(i32, u32), (&Period, FileId)> = BTreeMap::new();
    let place = |file| Place::value(file, route!(EditionCard.number));
    for (at, (issued, number, period, file)) in numbered.iter().enumerate() {
        let year = issued.year();
        let same =
            used.get(&(year, *number)).map(|(other, file)| (*other, *file, "已经用在"));
        let before = numbered[..at]
            .last()
            .filter(|(day, other, ..)| day.year() == year && other > number);
        let lower = before.map(|(_, _, other, file)| (*other, *file, "比先印发的小："));
        if let Some((other, first, what)) = same.or(lower) {
            let message = if same.is_some() {
                format!("期号{number}{what}{other}上")
            } else {
                format!("期号{number}{what}{other}")
            };
            reporter
                .report(place(*file), message)
                .help("核对两期的期号")
                .about(period.to_string())
                .also(place(first), "另一期");
        }
        used.entry((year, *number)).or_insert((*period, *file));
    }
}
