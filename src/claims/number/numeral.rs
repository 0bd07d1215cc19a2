//! Numbers in Chinese characters: 五十亿元, 六十三点五, 百分之十二.

use crate::claims::number::unit::{Dimension, Unit};

const DIGITS: &str = "零一二三四五六七八九";
/// The digits of amounts that nobody shall alter.
const FORMAL: &str = "零壹贰叁肆伍陆柒捌玖";
const PERCENT: &str = "百分之";

/// Returns the length of the number in characters that a text begins with, and the number in
/// digits; `None` where it may be part of another word: 一家, 三次产业, 第二十个.
pub(super) fn numeral(text: &str, before: Option<char>) -> Option<(usize, String)> {
    if let Some(behind) = text.strip_prefix(PERCENT) {
        let hundred =
            || behind.starts_with('百').then(|| ('百'.len_utf8(), "100".into()));
        let (length, digits) =
            run(behind).or_else(hundred).or_else(|| plain_run(behind))?;
        return Some((PERCENT.len() + length, format!("{digits}%")));
    }
    if before.is_some_and(|mark| "第几数".contains(mark) || is_part(mark)) {
        return None;
    }
    let (length, digits) = run(text)?;
    let behind = &text[length..];
    let is_short = length == '一'.len_utf8();
    let is_month = behind.starts_with('月')
        && digits.parse::<u32>().is_ok_and(|month| (1..=12).contains(&month));
    let fits = |unit: Unit| match unit.dimension {
        Dimension::Count(_) => !is_short,
        Dimension::Other => false,
        _ => true,
    };
    (is_month || Unit::at_start(behind).is_some_and(fits)).then_some((length, digits))
}

fn is_part(mark: char) -> bool {
    digit(mark).is_some()
        || multiplier(mark).is_some()
        || matches!(mark, '点' | '万' | '亿')
}

fn digit(mark: char) -> Option<u64> {
    match mark {
        '〇' => Some(0),
        '两' => Some(2),
        _ => [DIGITS, FORMAL]
            .iter()
            .find_map(|digits| digits.chars().position(|digit| digit == mark))?
            .try_into()
            .ok(),
    }
}

fn multiplier(mark: char) -> Option<u64> {
    match mark {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        _ => None,
    }
}

/// Returns the length of the characters that make a number, and the number in digits.
fn run(text: &str) -> Option<(usize, String)> {
    let inner = |at: usize| text[at..].chars().nth(1).is_some_and(is_part);
    let length = text
        .char_indices()
        .find(|(at, mark)| {
            let large = matches!(mark, '万' | '亿' | '点');
            !is_part(*mark) || (large && !inner(*at))
        })
        .map_or(text.len(), |(at, _)| at);
    let (whole, places) = match text[..length].split_once('点') {
        Some((whole, places)) => (whole, Some(places)),
        None => (&text[..length], None),
    };
    let mut digits = whole_number(whole)?.to_string();
    if let Some(places) = places {
        digits.push('.');
        for mark in places.chars() {
            digits.push_str(&digit(mark)?.to_string());
        }
    }
    Some((length, digits))
}

/// Reads the digits of 百分之63.5.
fn plain_run(text: &str) -> Option<(usize, String)> {
    let length = text
        .find(|mark: char| !mark.is_ascii_digit() && mark != '.')
        .unwrap_or(text.len());
    (length > 0).then(|| (length, text[..length].to_owned()))
}

/// Reads 一百零六; `None` for what is no number or more than one: 三四, 二百五.
pub fn whole_number(text: &str) -> Option<u64> {
    let (mut total, mut section, mut last) = (0_u64, 0_u64, None);
    // The smallest value that the next digit may stand for, if no zero comes before it.
    let mut next = 1;
    for mark in text.chars() {
        if let Some(value) = digit(mark) {
            if last.is_some_and(|last| last > 0) {
                return None;
            }
            next = if value == 0 { 1 } else { next };
            last = Some(value);
        } else if let Some(times) = multiplier(mark) {
            let ones = match last.take() {
                Some(0) | None if times == 10 => 1,
                other => other?,
            };
            section = section.checked_add(ones.checked_mul(times)?)?;
            next = times / 10;
        } else {
            let times = if mark == '万' { 10_000 } else { 100_000_000 };
            let part = section.checked_add(last.take().unwrap_or(0))?;
            total = total.checked_add(part)?.checked_mul(times)?;
            (section, next) = (0, times / 10);
        }
    }
    let is_open = last.is_some_and(|last| last > 0) && next > 1;
    let is_empty = text.is_empty();
    let sum = total.checked_add(section)?.checked_add(last.unwrap_or(0))?;
    (!is_open && !is_empty).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        numeral(text, None).map(|(_, digits)| digits)
    }

    #[test]
    fn numerals_are_read_before_a_unit() {
        for (text, digits) in [
            ("五十亿元", "50"),
            ("十二个", "12"),
            ("一百零六家", "106"),
            ("三千二百一十五点六五万元", "3215.65"),
            ("一万二千家", "12000"),
            ("零点五个百分点", "0.5"),
            ("两倍", "2"),
            ("伍拾亿元", "50"),
            ("十一月", "11"),
        ] {
            assert_eq!(read(text).as_deref(), Some(digits), "{text}");
        }
        assert_eq!(read("百分之六十三点五").as_deref(), Some("63.5%"));
        assert_eq!(read("百分之百").as_deref(), Some("100%"));
        assert_eq!(read("百分之63.5").as_deref(), Some("63.5%"));
    }

    #[test]
    fn other_words_are_left_alone() {
        for text in
            ["一家", "三次产业", "十四五", "二百五个", "三四个", "百个", "千万元", "亿元"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        for before in ['第', '几', '百'] {
            assert_eq!(numeral("二十个", Some(before)), None);
        }
    }
}
