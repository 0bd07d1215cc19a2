//! Amounts converted to the currency of an indicator by the declared rate.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::exact::product;
use crate::model::plan::Plan;
use crate::model::value::quantity::{Base, Quantity};

/// Returns the amount in a base, from another currency at the rate declared for the day; `None` if
/// there is no rate.
pub(super) fn converted(
    plan: &Plan,
    amount: Quantity,
    base: Base,
    day: NaiveDate,
) -> Option<Decimal> {
    if let Some(same) = amount.in_base(base) {
        return Some(same);
    }
    if base != Base::Yuan {
        return None;
    }
    let rate = plan
        .rates
        .iter()
        .filter(|rate| rate.currency.base == amount.unit.base && rate.from <= day)
        .max_by_key(|rate| rate.from)?;
    product(amount.amount(), rate.yuan.0)
}
