//! Reporting periods: year, half, quarter, month, ten days of a month, week, or a day of a campaign.

use std::str::FromStr;

use chrono::{Datelike, Days as DayCount, NaiveDate, Weekday};

use crate::model::dictionary::{
    Word, WordError, WordShape, digits, json_text, word_value,
};
use crate::model::value::date::{Days, Month, parse_date};
use crate::model::value::word::Id;

/// A reporting period. The periods of each kind form a series of their own.
///
/// ```
/// use tongbao::model::value::period::Period;
///
/// # fn main() -> Result<(), tongbao::model::dictionary::WordError> {
/// let quarter: Period = "2023-Q1".parse()?;
/// let month: Period = "2023-03".parse()?;
/// assert_eq!(quarter.end(), month.end());
/// assert!(!quarter.same_series(&month));
/// assert_eq!(quarter.previous(), Some("2022-Q4".parse()?));
/// assert_eq!(month.previous(), Some("2023-02".parse()?));
///
/// // A month has three parts of ten days, the last of which has the rest.
/// let last: Period = "2024-02-X3".parse()?;
/// assert_eq!(last.end(), "2024-02".parse::<Period>()?.end());
/// assert_eq!(last.next(), Some("2024-03-X1".parse()?));
///
/// // The days of a campaign are declared in its plan, not counted.
/// let campaign: Period = "bairi3-2023-07-31".parse()?;
/// assert_eq!(campaign.previous(), None);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// `2023`
    Year(i32),
    /// `2023-H1`
    Half(i32, u32),
    /// `2023-Q2`
    Quarter(i32, u32),
    /// `2023-06`
    Month(Month),
    /// `2023-06-X2`: the first ten days of a month, the second, or the rest (旬).
    TenDays(Month, u32),
    /// `2023-W23`, an ISO week.
    Week(i32, u32),
    /// `bairi3-2023-07-31`: a campaign up to a day.
    Campaign(String, NaiveDate),
}

impl Period {
    /// Returns the first and the last day; the last day twice for a campaign, whose first day is
    /// declared in its plan.
    pub fn days(&self) -> Days {
        let months = |year: i32, first: u32, count: i32| {
            let first = Month { year, month: first };
            Days { start: first.start(), end: first.plus(count - 1).end() }
        };
        match self {
            Period::Year(year) => months(*year, 1, 12),
            Period::Half(year, half) => months(*year, half * 6 - 5, 6),
            Period::Quarter(year, quarter) => months(*year, quarter * 3 - 2, 3),
            Period::Month(month) => Days { start: month.start(), end: month.end() },
            Period::TenDays(month, part) => {
                let first = month.start() + DayCount::new(u64::from(part - 1) * 10);
                let tenth = first + DayCount::new(9);
                let end = if *part == 3 { month.end() } else { tenth };
                Days { start: first, end }
            }
            Period::Week(year, week) => {
                let day = |weekday| {
                    NaiveDate::from_isoywd_opt(*year, *week, weekday)
                        .expect("a week was checked when it was read")
                };
                Days { start: day(Weekday::Mon), end: day(Weekday::Sun) }
            }
            Period::Campaign(_, date) => Days { start: *date, end: *date },
        }
    }

    /// Returns the ten days of a month that hold a day.
    pub fn ten_days_of(day: NaiveDate) -> Period {
        Period::TenDays(Month::of(day), ((day.day() - 1) / 10 + 1).min(3))
    }

    /// Returns the last day.
    pub fn end(&self) -> NaiveDate {
        self.days().end
    }

    /// Returns whether two periods are in the same series: 年, 季, 月, 周, or one campaign.
    pub fn same_series(&self, other: &Period) -> bool {
        match (self, other) {
            (Period::Campaign(left, _), Period::Campaign(right, _)) => left == right,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Returns the period before this one in its series; `None` for a campaign, whose days are
    /// declared.
    pub fn previous(&self) -> Option<Period> {
        self.like(self.days().start.pred_opt()?)
    }

    /// Returns the period after this one in its series; `None` for a campaign, whose days are
    /// declared.
    pub fn next(&self) -> Option<Period> {
        self.like(self.end().succ_opt()?)
    }

    /// Returns the period of the same series that holds a day.
    fn like(&self, day: NaiveDate) -> Option<Period> {
        let month = Month::of(day);
        Some(match self {
            Period::Year(_) => Period::Year(month.year),
            Period::Half(..) => Period::Half(month.year, month.month.div_ceil(6)),
            Period::Quarter(..) => Period::Quarter(month.year, month.month.div_ceil(3)),
            Period::Month(_) => Period::Month(month),
            Period::TenDays(..) => Period::ten_days_of(day),
            Period::Week(..) => {
                let week = day.iso_week();
                Period::Week(week.year(), week.week())
            }
            Period::Campaign(..) => return None,
        })
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            Period::Year(year) => write!(out, "{year:04}"),
            Period::Half(year, half) => write!(out, "{year:04}-H{half}"),
            Period::Quarter(year, quarter) => write!(out, "{year:04}-Q{quarter}"),
            Period::Month(month) => write!(out, "{month}"),
            Period::TenDays(month, part) => write!(out, "{month}-X{part}"),
            Period::Week(year, week) => write!(out, "{year:04}-W{week:02}"),
            Period::Campaign(name, date) => write!(out, "{name}-{date}"),
        }
    }
}

impl Word for Period {
    const SHAPE: &'static WordShape = &WordShape {
        id: "period",
        name: "期",
        form: "年 2023、半年 2023-H1、季 2023-Q2、月 2023-06、旬 2023-06-X1（上旬）、周 2023-W23，或 战役-日期 bairi3-2023-07-31",
        pattern: "^(\\d{4}(-H[12]|-Q[1-4]|-W\\d{2}|-\\d{2}(-X[1-3])?)?|[a-z][a-z0-9-]*-\\d{4}-\\d{2}-\\d{2})$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Period, WordError> {
        read(text).ok_or_else(|| {
            let problem = format!("“{text}”不是一期");
            WordError::whole(
                "bad-period",
                text,
                problem,
                format!("可写：{}", Self::SHAPE.form),
            )
        })
    }
}

word_value!(Period);
json_text!(Period);

impl FromStr for Period {
    type Err = WordError;

    fn from_str(text: &str) -> Result<Period, WordError> {
        Period::parse(text)
    }
}

fn read(text: &str) -> Option<Period> {
    if let Ok(month) = Month::parse(text) {
        return Some(Period::Month(month));
    }
    if text.starts_with(|c: char| c.is_ascii_lowercase()) {
        let at = text.len().checked_sub(11)?;
        let (name, date) = (text.get(..at)?, text.get(at..)?.strip_prefix('-')?);
        return Id::is_plain(name)
            .then(|| Some(Period::Campaign(name.to_owned(), parse_date(date).ok()?)))?;
    }
    if let Some((month, part)) = text.split_once("-X") {
        let part = digits(part, 1).filter(|part| (1..=3).contains(part))?;
        return Some(Period::TenDays(Month::parse(month).ok()?, part));
    }
    let year = digits(text.get(..4)?, 4)? as i32;
    let number = |prefix: &str, most: u32, length: usize| -> Option<u32> {
        let part = text[4..].strip_prefix(prefix)?;
        let number = digits(part, length)?;
        ((1..=most).contains(&number) && part.len() == length).then_some(number)
    };
    if text.len() == 4 {
        return Some(Period::Year(year));
    }
    if let Some(half) = number("-H", 2, 1) {
        return Some(Period::Half(year, half));
    }
    if let Some(quarter) = number("-Q", 4, 1) {
        return Some(Period::Quarter(year, quarter));
    }
    let week = number("-W", 53, 2)?;
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
    Some(Period::Week(year, week))
}
