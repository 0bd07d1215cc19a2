//! Numbers as text, rounded half away from zero, with their zeros kept.

use rust_decimal::Decimal;

use crate::model::value::number::rounded;
use crate::model::work::TEXTS;

/// Printed in place of a missing number.
pub const DASH: &str = "—";

/// The unit of a difference of two percentages.
pub const POINTS: &str = "个百分点";

/// What is there but too little to be printed: `不足0.01`.
pub fn too_little(places: u32) -> String {
    format!("不足{}", fixed(Decimal::new(1, places), places))
}

/// Formats a number with a fixed number of decimal places: 3.2 becomes `3.20`.
pub fn fixed(number: Decimal, places: u32) -> String {
    let rounded = rounded(number, places);
    // A zero has no sign in print.
    let printed = if rounded.is_zero() { rounded.abs() } else { rounded };
    let mut text = exact(printed);
    let missing = places.saturating_sub(printed.normalize().scale()) as usize;
    if missing > 0 && !text.contains('.') {
        text.push('.');
    }
    text.push_str(&"0".repeat(missing));
    text
}

/// Rounds a number and pads it with zeros, like `fixed`.
pub fn with_places(number: Decimal, places: u32) -> Decimal {
    let mut rounded = rounded(number, places);
    rounded.rescale(places);
    if rounded.is_zero() { rounded.abs() } else { rounded }
}

/// Formats a number exactly, without trailing zeros.
pub fn exact(number: Decimal) -> String {
    TEXTS.count();
    number.normalize().to_string()
}

/// Formats a number exactly, with its sign: `+0.3`.
pub fn signed(number: Decimal) -> String {
    gained(number, 0)
}

/// Formats a number with its sign and at least some decimal places: `+0.60`.
pub fn gained(number: Decimal, places: u32) -> String {
    let sign = if number.is_sign_negative() && !number.is_zero() { "" } else { "+" };
    format!("{sign}{}", shortest(number, places))
}

/// Formats a difference in points with its sign: `+6.00个百分点`.
pub fn points(number: Decimal, places: u32) -> String {
    let text = fixed(number, places);
    let sign = if text.starts_with('-') { "" } else { "+" };
    format!("{sign}{text}{POINTS}")
}

/// Formats a number with at least some decimal places.
pub fn shortest(number: Decimal, places: u32) -> String {
    fixed(number, places.max(number.normalize().scale()))
}

/// Formats a share as per cent: 0.64 becomes `64.00%`.
pub fn percent(share: Decimal, places: u32) -> String {
    format!("{}%", fixed(share * Decimal::ONE_HUNDRED, places))
}

/// Formats a declared share, such as a curve's point: 0.1 becomes `10%`.
pub fn share(share: Decimal) -> String {
    format!("{}%", exact(share * Decimal::ONE_HUNDRED))
}

/// Formats a lead in words: `超14.00个百分点`, `欠3.20个百分点`, `与序时进度持平`.
pub fn lead(points: Decimal, places: u32) -> String {
    let (words, unit) = lead_and_unit(points, places);
    format!("{words}{unit}")
}

/// Formats a lead in words and, separately, its unit, which is empty if there is no number.
pub fn lead_and_unit(points: Decimal, places: u32) -> (String, &'static str) {
    let text = fixed(points.abs(), places);
    match points {
        points if points.is_zero() => ("与序时进度持平".to_owned(), ""),
        points if points.is_sign_negative() => (format!("欠{text}"), POINTS),
        _ => (format!("超{text}"), POINTS),
    }
}

/// Formats the number of places that a rank went up or down: `升3`, `降2`, `持平`.
pub fn climbed(places: i64) -> String {
    match places {
        0 => "持平".to_owned(),
        1.. => format!("升{places}"),
        down => format!("降{}", down.unsigned_abs()),
    }
}

/// Returns the number of places that a rank went up or down, and its text.
pub fn moved_places(before: Option<String>, now: Option<u32>) -> (Option<i64>, String) {
    let before: Option<u32> = before.and_then(|rank| rank.parse().ok());
    let moved = before.zip(now).map(|(before, now)| i64::from(before) - i64::from(now));
    (moved, moved.map_or(DASH.to_owned(), climbed))
}

/// Formats a number from 1 to 99 in Chinese: `二十一`; larger ones in digits.
pub fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, number % 10);
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        2..=9 => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn number(text: &str) -> Decimal {
        Decimal::from_str(text).unwrap()
    }

    #[test]
    fn numbers_keep_their_zeros_and_round_half_away_from_zero() {
        assert_eq!(fixed(number("3.2"), 2), "3.20");
        assert_eq!(fixed(number("3.205"), 2), "3.21");
        assert_eq!(fixed(number("-3.205"), 2), "-3.21");
        assert_eq!(fixed(number("-0.001"), 2), "0.00");
        let largest = "79228162514264337593543950335";
        assert_eq!(fixed(Decimal::MAX, 10), format!("{largest}.0000000000"));
        assert_eq!(percent(number("0.64"), 2), "64.00%");
        assert_eq!(share(number("0.1")), "10%");
    }

    #[test]
    fn a_difference_has_its_sign_and_nothing_has_a_plus() {
        assert_eq!(gained(number("0.6"), 2), "+0.60");
        assert_eq!(signed(number("0.3")), "+0.3");
        assert_eq!(signed(number("-0.30")), "-0.3");
        assert_eq!(points(number("6"), 2), "+6.00个百分点");
        assert_eq!(points(number("-6"), 2), "-6.00个百分点");
        assert_eq!(points(-number("0.00"), 2), "+0.00个百分点");
        assert_eq!(points(number("-0.001"), 2), "+0.00个百分点");
    }

    #[test]
    fn a_lead_is_told_in_words() {
        assert_eq!(lead(number("14"), 2), "超14.00个百分点");
        assert_eq!(lead(number("-3.2"), 2), "欠3.20个百分点");
        assert_eq!(lead(Decimal::ZERO, 2), "与序时进度持平");
    }

    #[test]
    fn numbers_are_counted_in_chinese() {
        assert_eq!(
            [1, 10, 11, 20, 35, 100].map(chinese),
            ["一", "十", "十一", "二十", "三十五", "100"]
        );
    }
}
