//! Amounts of several currencies beside each other, at the rates that the plans declare.

use std::collections::BTreeMap;

use crate::model::book::Book;
use crate::model::value::quantity::{Base, DENOMINATIONS, Quantity};

/// What a unit of each currency comes to in 人民币, by the newest declared rate: whether an amount is
/// of the right size does not hang on the day.
pub(in crate::check) struct Rates(BTreeMap<Base, rust_decimal::Decimal>);

impl Rates {
    /// Returns the rates of a book.
    pub(in crate::check) fn of(book: &Book) -> Rates {
        let mut rates: Vec<_> =
            book.plans.iter().flat_map(|plan| &plan.record.rates).collect();
        rates.sort_by_key(|rate| rate.from);
        Rates(rates.into_iter().map(|rate| (rate.currency.base, rate.yuan.0)).collect())
    }

    /// Returns the amount in 人民币; as it is if it is no currency with a rate.
    pub(in crate::check) fn yuan(&self, amount: Quantity) -> Quantity {
        let rate = self.0.get(&amount.unit.base);
        let yuan = rate.and_then(|rate| amount.amount().checked_mul(*rate));
        let unit = DENOMINATIONS.iter().find(|unit| unit.base == Base::Yuan);
        match yuan.zip(unit) {
            Some((yuan, unit)) => Quantity::of_base(yuan, *unit),
            None => amount,
        }
    }
}
