//! Splits a movement into parts: a ratio's by its two sides, a printed one into rounded summands.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::figures::exact::{quotient, round};

/// The movement of a ratio, as a part of 1: the effects of its numerator and of its denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Split {
    /// Effect of the numerator, the mean over both orders.
    pub numerator: Decimal,
    /// Effect of the denominator: the rest of the movement.
    pub denominator: Decimal,
}

/// Splits the movement of `numerator ÷ denominator`; `None` if either denominator is zero.
pub(super) fn split(
    before: (Decimal, Decimal),
    after: (Decimal, Decimal),
) -> Option<Split> {
    let ratio = |over: Decimal, under: Decimal| quotient(over, under);
    let (old, new) = (ratio(before.0, before.1)?, ratio(after.0, after.1)?);
    let first = ratio(after.0, before.1)? - old;
    let second = new - ratio(before.0, after.1)?;
    let numerator = (first + second) / Decimal::TWO;
    Some(Split { numerator, denominator: (new - old) - numerator })
}

/// Rounds parts so that they add up to the whole as it is printed.
///
/// The largest part takes the difference; the first of several.
pub(super) fn adding_up(parts: &[Decimal], whole: Decimal, places: u32) -> Vec<Decimal> {
    let mut rounded: Vec<Decimal> =
        parts.iter().map(|part| round(*part, places)).collect();
    let sum: Decimal = rounded.iter().copied().sum();
    let largest = (0..parts.len()).min_by_key(|at| Reverse(parts[*at].abs()));
    if let Some(at) = largest {
        rounded[at] += whole - sum;
    }
    rounded
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn number(text: &str) -> Decimal {
        Decimal::from_str(text).unwrap()
    }

    #[test]
    fn a_ratio_is_split_by_the_mean_of_the_two_orders() {
        // 3.2 ÷ 5 → 3.5 ÷ 4: the numerator alone gives 6 or 7.5 points, so 6.75.
        let split =
            split((number("3.2"), number("5")), (number("3.5"), number("4"))).unwrap();
        assert_eq!(split.numerator, number("0.0675"));
        assert_eq!(split.numerator + split.denominator, number("0.875") - number("0.64"));
    }

    #[test]
    fn what_did_not_move_has_no_effect() {
        let split =
            split((number("3"), number("7")), (number("4"), number("7"))).unwrap();
        assert!(split.denominator.is_zero());
        assert_eq!(
            super::split((number("3"), Decimal::ZERO), (number("4"), number("7"))),
            None
        );
    }

    #[test]
    fn the_largest_part_takes_what_rounding_leaves_though_all_round_to_nothing() {
        let parts = |texts: &[&str]| -> Vec<Decimal> {
            texts.iter().map(|text| number(text)).collect()
        };
        let rounded = adding_up(&parts(&["0.01", "-0.04", "0.02"]), number("0.1"), 1);
        assert_eq!(rounded, parts(&["0", "0.1", "0"]));
        assert_eq!(
            adding_up(&parts(&["1.25", "1.25"]), number("2.5"), 1),
            parts(&["1.2", "1.3"])
        );
        assert_eq!(adding_up(&[], number("0.1"), 1), Vec::new());
    }
}
