//! Plain numbers: how they are read, how large and how fine they may be.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::dictionary::WordError;

/// No number of the data and no figure reaches this, so that a hundred times the sum of a million
/// of them is still calculated.
const LARGEST: Decimal = Decimal::from_parts(1_874_919_424, 2_328_306, 0, false, 0);
/// Places that a number of the data may have, an amount in its base.
const PLACES: u32 = 8;

/// Whether a number is small enough to be calculated with.
pub fn is_bounded(number: Decimal) -> bool {
    number.abs() < LARGEST
}

/// Whether a number is small enough and ends soon enough to be one of the data.
pub fn is_plain(number: Decimal) -> bool {
    is_bounded(number) && number.scale() <= PLACES
}

/// Rounds half away from zero, as every printed number is rounded.
///
/// ```
/// use rust_decimal::Decimal;
/// use tongbao::model::value::number::rounded;
///
/// assert_eq!(rounded(Decimal::new(2125, 3), 2), Decimal::new(213, 2)); // 2.125
/// assert_eq!(rounded(Decimal::new(2135, 3), 2), Decimal::new(214, 2)); // 2.135
/// assert_eq!(rounded(Decimal::new(-2125, 3), 2), Decimal::new(-213, 2));
/// ```
pub fn rounded(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// Reads a plain decimal number that the data may hold.
pub(crate) fn parse_number(text: &str) -> Result<Decimal, WordError> {
    let number = read_number(text)?;
    if is_plain(number) { Ok(number) } else { Err(beyond(text)) }
}

/// A number that is too large or too fine to be one of the data.
pub(crate) fn beyond(text: &str) -> WordError {
    let help = "核对位数和单位；数小于一亿亿，化成元等基本单位后小数不超过八位";
    WordError::whole("bad-number", text, "数太大或小数太长，无法精确计算", help)
}

/// Reads digits, at most one point with digits on both sides, a leading minus.
pub(crate) fn read_number(text: &str) -> Result<Decimal, WordError> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let octal = whole.len() > 1 && whole.starts_with('0');
    if !plain(whole) || !plain(fraction) || octal {
        let help = "只写数字和一个小数点，前面不补零，如 3.2";
        return Err(WordError::whole(
            "bad-number",
            text,
            format!("“{text}”不是数"),
            help,
        ));
    }
    Decimal::from_str_exact(text).map_err(|_| beyond(text))
}
