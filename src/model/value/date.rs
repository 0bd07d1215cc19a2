//! Dates, months and spans of days.

use std::fmt::{Display, Formatter};

use chrono::{Datelike, NaiveDate};

use crate::model::dictionary::{Leaf, Word, WordError, WordShape, digits, word_value};

/// The earliest year of any record or plan.
const FIRST_YEAR: u32 = 1949;

/// Reads a date of exactly ten characters.
pub(crate) fn parse_date(text: &str) -> Result<NaiveDate, WordError> {
    let number = |range: std::ops::Range<usize>| digits(text.get(range)?, 4);
    let dashes =
        text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let parts =
        dashes.then(|| Some((number(0..4)?, number(5..7)?, number(8..10)?))).flatten();
    let Some((year, month, day)) = parts else {
        let help = "写成十个字符，如 2023-06-30";
        return Err(WordError::whole(
            "bad-date",
            text,
            format!("“{text}”不是日期"),
            help,
        ));
    };
    if year < FIRST_YEAR {
        let help = "核对年份，四位数都要写对";
        let message = format!("没有{year}年的记录");
        return Err(WordError::whole("bad-date", text, message, help));
    }
    NaiveDate::from_ymd_opt(year as i32, month, day).ok_or_else(|| {
        let help = "月份是 01 至 12，日不超过当月天数";
        WordError::whole(
            "bad-date",
            text,
            format!("没有{year}年{month}月{day}日这一天"),
            help,
        )
    })
}

impl Word for NaiveDate {
    const SHAPE: &'static WordShape = &WordShape {
        id: "date",
        name: "日期",
        form: "年-月-日，如 2023-06-30",
        pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<NaiveDate, WordError> {
        parse_date(text)
    }

    fn leaf(&self) -> Leaf<'_> {
        Leaf::Day(*self)
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
}

impl Month {
    /// Returns the month of a day.
    pub fn of(date: NaiveDate) -> Month {
        Month { year: date.year(), month: date.month() }
    }

    /// Returns the first day.
    pub fn start(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1)
            .expect("a month has a first day")
    }

    /// Returns the last day.
    pub fn end(self) -> NaiveDate {
        self.plus(1).start().pred_opt().expect("a first day has a day before it")
    }

    /// Returns the month that is some months later; earlier if the number is negative.
    pub fn plus(self, months: i32) -> Month {
        let index = self.year * 12 + self.month as i32 - 1 + months;
        Month { year: index.div_euclid(12), month: index.rem_euclid(12) as u32 + 1 }
    }

    /// Returns the number of months from another month to this one; 0 for the same month.
    pub fn since(self, other: Month) -> i32 {
        (self.year - other.year) * 12 + self.month as i32 - other.month as i32
    }
}

impl Display for Month {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{:04}-{:02}", self.year, self.month)
    }
}

impl Word for Month {
    const SHAPE: &'static WordShape = &WordShape {
        id: "month",
        name: "月份",
        form: "年-月，如 2023-06",
        pattern: "^\\d{4}-(0[1-9]|1[0-2])$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Month, WordError> {
        match parse_date(&format!("{text}-01")) {
            Ok(date) => Ok(Month::of(date)),
            Err(_) => {
                let help = "写成七个字符，如 2023-06；月份是 01 至 12";
                Err(WordError::whole("bad-date", text, format!("“{text}”不是月份"), help))
            }
        }
    }
}

/// A span of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
}

impl Days {
    /// Returns whether a day is in the span.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.start <= date && date <= self.end
    }

    /// Returns whether the spans have a day in common.
    pub fn overlaps(&self, other: Days) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Returns the number of months from the first day's to the last day's, both included.
    pub fn months(&self) -> u32 {
        (Month::of(self.end).since(Month::of(self.start)) + 1).max(0) as u32
    }
}

impl Display for Days {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        write!(out, "{} 至 {}", self.start, self.end)
    }
}

impl Word for Days {
    const SHAPE: &'static WordShape = &WordShape {
        id: "days",
        name: "起止日期",
        form: "两个日期，中间写“ 至 ”，如 2023-01-01 至 2023-12-31",
        pattern: "^\\d{4}-\\d{2}-\\d{2} 至 \\d{4}-\\d{2}-\\d{2}$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<Days, WordError> {
        let help = "写成：2023-01-01 至 2023-12-31";
        let Some((start, end)) = text.split_once(" 至 ") else {
            return Err(WordError::whole("bad-date", text, "这里要写起止日期", help));
        };
        let (start, end) = (parse_date(start)?, parse_date(end)?);
        if end < start {
            return Err(WordError::whole(
                "bad-date",
                text,
                "止日早于起日",
                "核对两个日期",
            ));
        }
        Ok(Days { start, end })
    }
}

/// The day by which facts of a period must be in, counted from the period's last month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CutoffDay {
    /// Months after the period's last month: 0 当月, 1 次月.
    pub months: i32,
    /// Day of that month; the last day if the month is shorter.
    pub day: u32,
}

impl CutoffDay {
    /// Returns the cut-off for a period that ends on a given day.
    pub fn for_end(self, end: NaiveDate) -> NaiveDate {
        let month = Month::of(end).plus(self.months);
        NaiveDate::from_ymd_opt(month.year, month.month, self.day).unwrap_or(month.end())
    }
}

impl Display for CutoffDay {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        let month = if self.months > 0 { "次月" } else { "当月" };
        write!(out, "{month}{}日", self.day)
    }
}

impl Word for CutoffDay {
    const SHAPE: &'static WordShape = &WordShape {
        id: "cutoff-day",
        name: "报送截止日",
        form: "当月或次月的某日，如 当月23日、次月7日",
        pattern: "^(当|次)月([1-9]|[12]\\d|3[01])日$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<CutoffDay, WordError> {
        let parsed =
            [("当月", 0), ("次月", 1)].into_iter().find_map(|(prefix, months)| {
                let day = text.strip_prefix(prefix)?.strip_suffix('日')?;
                let day = digits(day, 2).filter(|_| !day.starts_with('0'))?;
                (1..=31).contains(&day).then_some(CutoffDay { months, day })
            });
        parsed.ok_or_else(|| {
            let help = "写成 当月23日 或 次月7日";
            WordError::whole("bad-date", text, format!("“{text}”不是报送截止日"), help)
        })
    }
}

word_value!(NaiveDate, Month, Days, CutoffDay);
