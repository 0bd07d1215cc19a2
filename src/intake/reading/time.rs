//! Days and months in all the spellings of offices.

use chrono::NaiveDate;

use crate::intake::reading::number::narrow;
use crate::model::value::date::Month;

/// What parts the three numbers of a day.
const SIGNS_OF_A_DAY: &[&str] = &["年月", "--", "//", ".."];

/// Returns the numbers in a text that are parted by the usual signs; `None` if it holds anything
/// else, such as several months.
fn parts(text: &str) -> Option<Vec<u32>> {
    let narrow = narrow(text);
    let spaced: String =
        narrow.chars().map(|c| if "年月-/.".contains(c) { ' ' } else { c }).collect();
    let spaced = spaced.trim_end_matches(['日', '号', '份']);
    let parts: Option<Vec<u32>> =
        spaced.split_whitespace().map(|part| part.parse().ok()).collect();
    let signs: String = narrow.chars().filter(|c| "年月-/.".contains(*c)).collect();
    parts.filter(|parts| parts.len() < 3 || SIGNS_OF_A_DAY.contains(&signs.as_str()))
}

/// Returns the day in a text; the error says why there is none.
pub(super) fn day(text: &str) -> Result<NaiveDate, String> {
    let unread = || format!("“{}”不是日期", text.trim());
    let parts = parts(text).ok_or_else(unread)?;
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] => (*year, *month, *day),
        [joined] if (19_000_101..=21_001_231).contains(joined) => {
            (joined / 10_000, joined / 100 % 100, joined % 100)
        }
        _ => return Err(unread()),
    };
    if year < 1949 {
        return Err(format!("“{}”的年份要写四位", text.trim()));
    }
    let year = i32::try_from(year).map_err(|_| unread())?;
    NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| format!("没有“{}”这一天", text.trim()))
}

/// Returns the month in a text; one without a year is of the year given.
pub(super) fn month(text: &str, year: Option<i32>) -> Result<Month, String> {
    let unread = || format!("“{}”不是月份", text.trim());
    let parts = parts(text).ok_or_else(unread)?;
    let month = match (parts.as_slice(), year) {
        ([_, _, _], _) => return day(text).map(Month::of),
        ([own, month], _) if *own >= 1949 => {
            Month { year: i32::try_from(*own).map_err(|_| unread())?, month: *month }
        }
        ([joined], _) if (194_901..=210_012).contains(joined) => Month {
            year: i32::try_from(joined / 100).map_err(|_| unread())?,
            month: joined % 100,
        },
        ([month], Some(year)) => Month { year, month: *month },
        _ => return Err(unread()),
    };
    if (1..=12).contains(&month.month) { Ok(month) } else { Err(unread()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_all_spellings() {
        for text in [
            "2023-06-30",
            "2023.6.30",
            "2023/6/30",
            "2023年6月30日",
            "20230630",
            "２０２３．６．３０",
        ] {
            assert_eq!(day(text).unwrap().to_string(), "2023-06-30", "{text}");
        }
        for text in
            ["2023-06-31", "6月30日", "23.6.30", "2023年6月", "2023年1-4月", "上旬", ""]
        {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn months_are_read_in_all_spellings() {
        for text in [
            "2023-06",
            "2023.6",
            "2023年6月",
            "2023年06月份",
            "6月",
            "202306",
            "2023-06-30",
        ] {
            assert_eq!(month(text, Some(2023)).unwrap().to_string(), "2023-06", "{text}");
        }
        assert!(month("6月", None).is_err());
        for text in ["13月", "2023年1-4月", "1-4月", "2023-06-31"] {
            assert!(month(text, Some(2023)).is_err(), "{text}");
        }
    }
}
