//! Days, months and periods as text.

use chrono::{Datelike, NaiveDate};

use crate::model::value::date::{Days, Month};
use crate::model::value::period::Period;
use crate::model::work::TEXTS;
use crate::words::number::chinese;

/// Returns a day: `2023年6月30日`.
pub fn day(date: NaiveDate) -> String {
    TEXTS.count();
    format!("{}年{}月{}日", date.year(), date.month(), date.day())
}

/// Returns a month: `2023年6月`.
pub fn month(month: Month) -> String {
    format!("{}年{}月", month.year, month.month)
}

/// A day from which something is so: `2023年10月` for the first of a month, else the day.
pub fn since(date: NaiveDate) -> String {
    let first = Month::of(date);
    if first.start() == date { month(first) } else { day(date) }
}

/// Returns the end of a period, for use after 截至: `6月底`, `6月15日`; optionally with its year.
pub fn until(date: NaiveDate, year: bool) -> String {
    let last = date == Month::of(date).end();
    let day = if last { "底".to_owned() } else { format!("{}日", date.day()) };
    let year = if year { format!("{}年", date.year()) } else { String::new() };
    format!("{year}{}月{day}", date.month())
}

/// Returns the end of a period as a point of a curve: `二季度`, `6月`, `全年`.
pub fn node(period: &Period) -> String {
    match period {
        Period::Year(_) => "全年".to_owned(),
        Period::Half(_, 1) => "上半年".to_owned(),
        Period::Half(..) => "下半年".to_owned(),
        Period::Quarter(_, quarter) => format!("{}季度", chinese(*quarter as usize)),
        Period::Month(month) => format!("{}月", month.month),
        Period::TenDays(of_year, part) => {
            format!("{}月{}", of_year.month, ten_days(*part))
        }
        Period::Week(_, week) => format!("第{week}周"),
        Period::Campaign(_, date) => format!("{}月{}日", date.month(), date.day()),
    }
}

fn ten_days(part: u32) -> &'static str {
    match part {
        1 => "上旬",
        2 => "中旬",
        _ => "下旬",
    }
}

/// Returns the name of a period: `2023年6月`, `2023年第二季度`.
pub fn period(period: &Period) -> String {
    match period {
        Period::Year(year) => format!("{year}年"),
        Period::Half(year, 1) => format!("{year}年上半年"),
        Period::Half(year, _) => format!("{year}年下半年"),
        Period::Quarter(year, quarter) => {
            format!("{year}年第{}季度", chinese(*quarter as usize))
        }
        Period::Month(of_year) => month(*of_year),
        Period::TenDays(of_year, part) => {
            format!("{}{}", month(*of_year), ten_days(*part))
        }
        Period::Week(year, week) => format!("{year}年第{week}周"),
        Period::Campaign(_, date) => format!("截至{}", day(*date)),
    }
}

/// Returns the days that are covered: `2023年1—6月`, or both days if they are not whole months.
pub fn span(days: &Days) -> String {
    let (from, to) = (Month::of(days.start), Month::of(days.end));
    if days.start != from.start() || days.end != to.end() {
        format!("{}至{}", day(days.start), day(days.end))
    } else if from == to {
        month(from)
    } else if from.year != to.year {
        format!("{}至{}", month(from), month(to))
    } else if (from.month, to.month) == (1, 12) {
        format!("{}年", from.year)
    } else {
        format!("{}年{}—{}月", from.year, from.month, to.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_period_is_told_as_people_say_it() {
        let june = NaiveDate::from_ymd_opt(2023, 6, 30).unwrap();
        assert_eq!(until(june, false), "6月底");
        assert_eq!(until(june, true), "2023年6月底");
        assert_eq!(until(june.pred_opt().unwrap(), false), "6月29日");
        assert_eq!(node(&Period::Quarter(2023, 2)), "二季度");
        assert_eq!(node(&Period::Year(2023)), "全年");
    }

    #[test]
    fn spans_are_told_in_months_where_they_are_whole() {
        let date = |month, day| NaiveDate::from_ymd_opt(2023, month, day).unwrap();
        let text = |start, end| span(&Days { start, end });
        assert_eq!(text(date(1, 1), date(6, 30)), "2023年1—6月");
        assert_eq!(text(date(1, 1), date(12, 31)), "2023年");
        assert_eq!(text(date(6, 1), date(6, 30)), "2023年6月");
        assert_eq!(text(date(6, 7), date(6, 30)), "2023年6月7日至2023年6月30日");
    }
}
