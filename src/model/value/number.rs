//! Plain numbers: how they are read, and the limits of their size and precision.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::dictionary::WordError;

/// Bound of all numbers of the data and all figures. It is so low that a hundred times the sum of a
/// million of them does not overflow.
const LARGEST: Decimal = Decimal::from_parts(1_874_919_424, 2_328_306, 0, false, 0);
/// Maximal number of decimal places in the data; for an amount, in its base unit.
const PLACES: u32 = 8;

/// Returns whether a number is small enough to calculate with.
pub fn is_bounded(number: Decimal) -> bool {
    number.abs() < LARGEST
}

/// Returns whether a number is within the limits of the data.
pub fn is_plain(number: Decimal) -> bool {
    is_bounded(number) && number.scale() <= PLACES
}

/// Rounds half away from zero, like every printed number.
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

/// Reads a plain decimal number within the limits of the data.
pub(crate) fn parse_number(text: &str) -> Result<Decimal, WordError> {
    let number = read_number(text)?;
    if is_plain(number) { Ok(number) } else { Err(beyond(text)) }
}

/// Makes the fault for a number beyond the limits of the data.
pub(crate) fn beyond(text: &str) -> WordError {
    let help = "核对位数和单位；数小于一亿亿，化成元等基本单位后小数不超过八位";
    WordError::whole("bad-number", text, "数太大或小数太长，无法精确计算", help)
}

/// Reads digits with at most one decimal point between them, and an optional leading minus.
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
