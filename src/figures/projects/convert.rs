//! Amounts converted to the currency of an indicator by the declared rate.

use crate::figures::exact::product;
use crate::model::plan::Plan;
use crate::model::value::quantity::{Base, Quantity};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// What an amount is in a base; another currency at the rate declared for the day.
pub(super) fn converted(
    plan: &Plan,
    own: Quantity,
    base: Base,
    day: NaiveDate,
) -> Option<Decimal> {
    if own.unit.base == base {
        return Some(own.amount);
    }
    let rates = plan
        .rates
        .iter()
        .filter(|rate| rate.currency.base == own.unit.base && rate.from <= day);
    let rate = rates.max_by_key(|rate| rate.from)?;
    (base == Base::Yuan).then(|| product(own.amount, rate.yuan.0)).flatten()
}
