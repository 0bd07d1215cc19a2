//! The edition in work, and what stands before its release.

use chrono::{Days, NaiveDate};

use crate::figures::facts::moment::known_for;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::value::date::Month;
use crate::model::value::period::Period;
use crate::report::desk::standing::Standing;
use crate::words::date;

/// Returns the edition in work: the oldest that is not released, else the one after the newest, else
/// that of the last month.
pub(super) fn in_work(book: &Book, today: NaiveDate) -> Period {
    let editions = book.editions.iter().map(|edition| &edition.record.card.period);
    let newest = book.releases.iter().map(|filed| filed.record.period.end()).max();
    let is_open = |period: &&Period| {
        book.release(period).is_none()
            && newest.is_none_or(|newest| period.end() > newest)
    };
    let oldest = editions.clone().filter(is_open).min_by_key(|period| period.end());
    let next = editions.max_by_key(|period| period.end()).and_then(Period::next);
    let last = || Period::Month(Month::of(today).plus(-1));
    oldest.cloned().or(next).unwrap_or_else(last)
}

/// Returns what stands before the release, and what to do next.
pub(super) fn obstacles(
    book: &Book,
    period: &Period,
    today: NaiveDate,
    standing: Standing,
) -> (Vec<String>, String) {
    let file = format!("editions/{period}.md");
    let id = &book.id;
    let mut found: Vec<(String, String)> = Vec::new();
    let mut add = |what: String, next: String| found.push((what, next));
    if standing.errors + standing.warnings > 0 {
        let next = format!("tongbao check --strict --book {id}");
        add("核对还有问题没有解决".to_owned(), next);
    }
    match book.edition(period) {
        None => {
            let next = format!("tongbao new edition {period} --book {id}");
            add(format!("还没有写 {file}"), next);
        }
        Some(edition) if edition.record.card.issued.is_none() => {
            add(format!("{file} 没有写印发日期"), format!("在 {file} 里写“印发”"));
        }
        Some(_) => {}
    }
    let last = last_day(book, period);
    if today <= last {
        let next = last.checked_add_days(Days::new(1)).unwrap_or(last);
        let wait = format!("等数据收齐，{}起可以发布", date::day(next));
        add(format!("最后一个截止日{}还没有过", date::day(last)), wait);
    }
    match standing.uncommitted {
        Some(0) => {}
        Some(files) => {
            let next = format!("git add data && git commit -m \"{id} {period}\"");
            add(format!("数据有{files}个文件没有提交"), next);
        }
        None => {
            let next = "git init && git add . && git commit -m 建账本".to_owned();
            add("数据不在 git 里".to_owned(), next);
        }
    }
    let release = format!("tongbao release {period} --book {id}");
    let next = found.first().map_or(release, |(_, next)| next.clone());
    (found.into_iter().map(|(what, _)| what).collect(), next)
}

/// The last day of which the edition tells.
fn last_day(book: &Book, period: &Period) -> NaiveDate {
    let plans = book.plans.iter().map(|filed| filed.record.as_ref());
    let covering = plans.filter(|plan: &&Plan| plan.span.contains(period.end()));
    covering.map(|plan| known_for(book, plan, period)).max().unwrap_or(period.end())
}
