//! The time that a number is of, and whether an indicator's figure of a period is of it.

use chrono::Datelike;

use crate::claims::number::period::{Period as Said, period};
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::value::period::Period;

/// The time that words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// None so far.
    Unsaid,
    /// This year up to now.
    ToDate,
    /// A span of months, or the month of the text, in a year if that is named.
    Of(Option<i32>, Said),
    /// A year alone.
    Year(i32),
    /// Another time than any figure of the period is of.
    Other,
}

const WORDS: &[(&str, Time)] = &[
    ("今年以来", Time::ToDate),
    ("截至目前", Time::ToDate),
    ("今年", Time::ToDate),
    ("本年度", Time::ToDate),
    ("本年", Time::ToDate),
    ("本月", Time::Of(None, Said::ThisMonth)),
    ("当月", Time::Of(None, Said::ThisMonth)),
    ("上半年", Time::Of(None, Said::Months(1, 6))),
    ("前三季度", Time::Of(None, Said::Months(1, 9))),
    ("一季度末", Time::Of(None, Said::Months(1, 3))),
    ("二季度末", Time::Of(None, Said::Months(1, 6))),
    ("三季度末", Time::Of(None, Said::Months(1, 9))),
    ("四季度末", Time::Of(None, Said::Months(1, 12))),
    ("一季度", Time::Of(None, Said::Months(1, 3))),
    ("二季度", Time::Of(None, Said::Months(4, 6))),
    ("三季度", Time::Of(None, Said::Months(7, 9))),
    ("四季度", Time::Of(None, Said::Months(10, 12))),
    ("去年同期", Time::Other),
    ("上年同期", Time::Other),
    ("去年", Time::Other),
    ("上年", Time::Other),
    ("上月", Time::Other),
    ("上期", Time::Other),
];
/// Marks that months and days are written with.
const MARKS: &str = "0123456789-—–－～~年月日底末份止截至到前个";

impl Time {
    /// Returns the time that a text begins with, and the length of its words; a text with plain
    /// numbers is expected.
    pub(super) fn at_start(text: &str) -> Option<(usize, Time)> {
        let word = WORDS.iter().find(|(word, _)| text.starts_with(word));
        if let Some((word, time)) = word {
            return Some((word.len(), *time));
        }
        let run = text.trim_start_matches(|mark| MARKS.contains(mark));
        let run = &text[..text.len() - run.len()];
        let end = run.rfind(['年', '月', '日', '底', '末', '份', '止'])?;
        let length = end + run[end..].chars().next().map_or(0, char::len_utf8);
        let words = &text[..length];
        let begins = |mark: char| mark.is_ascii_digit() || "截至到前".contains(mark);
        words.starts_with(begins).then(|| (length, of_months(words)))
    }

    /// Returns whether a number of this time is the value of an indicator at a period.
    pub(super) fn is_of(self, span: SpanKind, wanted: &Period) -> bool {
        let end = wanted.end();
        let said = match self {
            Time::Unsaid => return !span.is_within_year(),
            Time::ToDate => return span == SpanKind::Year,
            Time::Year(year) => return year == end.year() && span == SpanKind::Year,
            Time::Other => return false,
            Time::Of(year, said) if year.is_none_or(|year| year == end.year()) => said,
            Time::Of(..) => return false,
        };
        let starts = wanted.days().start.month();
        match (said, span) {
            (Said::ThisMonth, SpanKind::Month) | (Said::ToDate, SpanKind::Year) => true,
            (Said::Months(first, last), SpanKind::Month) => {
                first == last && last == end.month()
            }
            (Said::Months(first, last), SpanKind::Quarter) => {
                first <= starts
                    && first % 3 == 1
                    && last == first + 2
                    && last == end.month()
            }
            (Said::Months(first, last), _) => {
                first == 1 && last == end.month() && !span.is_within_year()
            }
            _ => false,
        }
    }
}

impl Time {
    /// Returns whether it ends elsewhere than a period does, so that nothing of the period is of it.
    pub(super) fn ends_elsewhere(self, wanted: &Period) -> bool {
        let end = wanted.end();
        match self {
            Time::Unsaid | Time::ToDate | Time::Other => false,
            Time::Year(year) => year != end.year(),
            Time::Of(year, said) => {
                let is_other = |last: u32| last != end.month();
                let by_month = matches!(said, Said::Months(_, last) if is_other(last));
                by_month || year.is_some_and(|year| year != end.year())
            }
        }
    }

    /// Returns whether a target of this time is that of a period's year; only of the year is what is
    /// said to be, or what names no months.
    pub(super) fn is_year(self, wanted: &Period, is_annual: bool) -> bool {
        let year = wanted.end().year();
        match self {
            Time::Unsaid | Time::ToDate => true,
            Time::Year(named) => named == year,
            Time::Of(named, said) => {
                let is_open =
                    is_annual || matches!(said, Said::Months(1, _) | Said::ToDate);
                is_open && named.is_none_or(|named| named == year)
            }
            Time::Other => false,
        }
    }
}

/// Returns the time that months name, with their year and the last day of the last one.
fn of_months(words: &str) -> Time {
    let year = words.find('年').and_then(|at| {
        let start =
            words[..at].trim_end_matches(|mark: char| mark.is_ascii_digit()).len();
        Some((start..at + '年'.len_utf8(), words[start..at].parse::<i32>().ok()?))
    });
    let mut rest = words.to_owned();
    let year = year.map(|(range, year)| {
        rest.replace_range(range, "");
        year
    });
    if let (true, Some(year)) = (rest.is_empty(), year) {
        return Time::Year(year);
    }
    let last_days = ["28日", "29日", "30日", "31日"];
    let rest = last_days.iter().find_map(|day| rest.strip_suffix(day)).unwrap_or(&rest);
    match period(rest).filter(|_| !rest.ends_with('日')) {
        Some(said) => Time::Of(year, said),
        None => Time::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_fits_the_figures_of_its_own_end() {
        let wanted: Period = "2023-09".parse().unwrap();
        let fits = |text: &str, span| {
            let (length, time) = Time::at_start(text).unwrap();
            assert_eq!(length, text.len(), "{text}");
            time.is_of(span, &wanted)
        };
        for text in [
            "截至9月底",
            "1—9月",
            "2023年1—9月",
            "前三季度",
            "截至2023年9月30日",
            "今年以来",
        ] {
            assert!(fits(text, SpanKind::Year), "{text}");
            assert!(!fits(text, SpanKind::Month), "{text}");
        }
        for text in ["9月", "9月份", "本月", "2023年9月"] {
            assert!(fits(text, SpanKind::Month), "{text}");
            assert!(!fits(text, SpanKind::Year), "{text}");
        }
        for text in ["截至8月底", "2022年1—9月", "截至9月15日", "上年同期", "2022年底"]
        {
            assert!(!fits(text, SpanKind::Year), "{text}");
        }
        assert!(fits("三季度", SpanKind::Quarter) && !fits("二季度", SpanKind::Quarter));
    }
}
