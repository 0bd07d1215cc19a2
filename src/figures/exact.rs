//! The arithmetic of figures: exact decimals, quotients to 20 places, rounding half away from zero.

use rust_decimal::Decimal;

use crate::model::value::number::{is_bounded, rounded};

/// Decimal places of a quotient.
const QUOTIENT_PLACES: u32 = 20;

/// Decimal places that are reliable in results of quotients; the others stem from cutting off.
const SETTLED_PLACES: u32 = 15;

/// Rounds half away from zero, after rounding away what quotients were cut off by, so that a half
/// stays a half.
pub fn round(number: Decimal, places: u32) -> Decimal {
    rounded(settled(number), places)
}

/// Rounds away what quotients were cut off by, so that a number can be compared with a bound.
pub fn settled(number: Decimal) -> Decimal {
    rounded(number, SETTLED_PLACES)
}

/// Returns the quotient to 20 places; `None` if the divisor is zero or the quotient is too large.
pub fn quotient(dividend: Decimal, divisor: Decimal) -> Option<Decimal> {
    let quotient = rounded(dividend.checked_div(divisor)?, QUOTIENT_PLACES);
    is_bounded(quotient).then_some(quotient)
}

/// Returns the product; `None` if it is too large.
pub fn product(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_mul(right).filter(|product| is_bounded(*product))
}

/// Returns the share of a whole in proportion to a part of a sum; `None` if the sum is zero.
pub fn portion(part: Decimal, sum: Decimal, whole: Decimal) -> Option<Decimal> {
    product(quotient(part, sum)?, whole)
}

/// Returns a share as per cent, rounded to places: what is printed as 完成率.
pub fn percent(share: Decimal, places: u32) -> Decimal {
    round(share * Decimal::ONE_HUNDRED, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn number(text: &str) -> Decimal {
        Decimal::from_str(text).unwrap()
    }

    #[test]
    fn a_half_is_rounded_away_from_zero() {
        assert_eq!(round(number("0.125"), 2), number("0.13"));
        assert_eq!(round(number("-0.125"), 2), number("-0.13"));
        assert_eq!(percent(number("0.66665"), 2), number("66.67"));
    }

    #[test]
    fn what_a_quotient_was_cut_by_moves_neither_a_half_nor_a_bound() {
        // 0.3113 ÷ 0.6 × 30 is 15.565, though the quotient ends in 3.
        let share = quotient(number("0.3113"), number("0.6")).unwrap();
        assert_eq!(round(share * number("30"), 2), number("15.57"));
        // 15 × (1 ÷ 15) is 1.
        let share = quotient(Decimal::ONE, number("15")).unwrap();
        assert_eq!(settled(share * number("15")), Decimal::ONE);
    }

    #[test]
    fn a_quotient_has_twenty_places() {
        let third = quotient(Decimal::ONE, number("3")).unwrap();
        assert_eq!(third, number("0.33333333333333333333"));
        assert_eq!(quotient(Decimal::ONE, Decimal::ZERO), None);
    }
}
