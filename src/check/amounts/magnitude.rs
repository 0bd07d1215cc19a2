//! Amounts against what they are expected to be near, and how many 万 or 亿 they are off.

use rust_decimal::Decimal;

use crate::model::value::quantity::{DENOMINATIONS, Denomination, Quantity};

/// A number in the right unit is within so many times of what is expected.
const NEAR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);

/// Returns the same number in the unit that brings it near an expected amount; `None` if it is near
/// already, or if no unit does.
///
/// 1200亿元 beside 800万元 is likelier 1200万元.
pub(in crate::check) fn likelier(
    amount: Quantity,
    expected: Quantity,
) -> Option<Quantity> {
    if is_near(&amount, &expected) {
        return None;
    }
    let written = |unit: &Denomination| {
        let base = unit.to_base(amount.number())?;
        (unit.base == amount.unit.base).then(|| Quantity::of_base(base, *unit))
    };
    let mut others = DENOMINATIONS.iter().filter_map(written);
    others.find(|other| is_near(other, &expected))
}

fn is_near(amount: &Quantity, expected: &Quantity) -> bool {
    amount
        .over(expected)
        .is_some_and(|times| times <= NEAR && times * NEAR >= Decimal::ONE)
}

/// Returns the amount in the middle of some of one kind, without one of them; `None` if fewer than
/// so many are left, or none of them is above zero.
pub(in crate::check) fn median(sorted: &[Quantity], least: usize) -> Option<Quantity> {
    let middle = sorted.get(sorted.len() / 2)?;
    (sorted.len() > least && middle.amount() > Decimal::ZERO).then_some(*middle)
}

/// Returns how many times an expected amount another is, in words: 的375倍, 的2000分之一.
pub(in crate::check) fn times(ratio: Decimal) -> String {
    if ratio < Decimal::ONE {
        let below = Decimal::ONE.checked_div(ratio).unwrap_or(Decimal::MAX);
        return format!("{}分之一", below.round().normalize());
    }
    format!("{}倍", ratio.round().normalize())
}

/// Returns advice: the likelier value where there is one.
pub(in crate::check) fn advice(likelier: Option<Quantity>) -> String {
    let ask = "核对单位是“亿元”还是“万元”，小数点有没有点错";
    match likelier {
        Some(likelier) => format!("{ask}；可能是{likelier}"),
        None => ask.to_owned(),
    }
}
