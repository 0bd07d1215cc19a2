//! The arithmetic of figures: exact decimals, quotients to 20 places, rounding half away from zero.

use rust_decimal::Decimal;

use crate::model::value::number::{is_bounded, rounded};

/// Places to which a quotient is carried.
const QUOTIENT_PLACES: u32 = 20;

/// Places that hold in what is computed from quotients: the rest is what they were cut by.
const SETTLED_PLACES: u32 = 15;

/// Rounds half away from zero; what quotients were cut by does not count, so a half stays a half.
pub fn round(number: Decimal, places: u32) -> Decimal {
    rounded(settled(number), places)
}

/// A number without what quotients were cut by, so that it can be compared with a bound.
pub fn settled(number: Decimal) -> Decimal {
    rounded(number, SETTLED_PLACES)
}

/// The quotient to 20 places; `None` if the divisor is zero or the quotient is too large.
pub fn quotient(dividend: Decimal, divisor: Decimal) -> Option<Decimal> {
    let quotient = rounded(dividend.checked_div(divisor)?, QUOTIENT_PLACES);
    is_bounded(quotient).then_some(quotient)
}

/// The product; `None` if it is too large.
pub fn product(left: Decimal, right: Decimal) -> Option<Decimal> {
    left.checked_mul(right).filter(|product| is_bounded(*product))
}

/// The share of a whole that is in proportion to a part of a sum; `None` if the sum is zero.
pub fn portion(part: Decimal, sum: Decimal, whole: Decimal) -> Option<Decimal> {
    product(quotient(part, sum)?, whole)
}

/// A share as per cent, rounded to places: what is printed as 完成率.
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
