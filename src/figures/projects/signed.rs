//! The sum of the formal contracts of a project, from each of them on.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::figures::projects::convert::converted;
use crate::model::plan::Plan;
use crate::model::record::project::{Contract, Project, in_force};
use crate::model::value::quantity::{Base, Quantity};

/// Returns the signed amount of a project from each of its formal contracts on.
pub(crate) fn signed(plan: &Plan, project: &Project) -> Vec<(NaiveDate, Quantity)> {
    let formal: Vec<&Contract> = project.formal().collect();
    (0..formal.len())
        .map(|at| (formal[at].signed, sum(plan, in_force(&formal[..=at]))))
        .collect()
}

/// Returns the sum of contracts, in 元 if they are in several currencies. A contract in a currency
/// without a declared rate stands for all of them, so that they are left out for that reason.
fn sum(plan: &Plan, contracts: &[&Contract]) -> Quantity {
    let mut units = contracts.iter().map(|contract| contract.amount.0.unit);
    let yuan = units.clone().find(|unit| unit.base == Base::Yuan);
    let unit = yuan.or(units.next()).expect("a sum is made of a contract at least");
    let amounts = contracts.iter().map(|contract| {
        let amount = contract.amount.0;
        converted(plan, amount, unit.base, contract.signed).ok_or(amount)
    });
    match amounts.sum::<Result<Decimal, Quantity>>() {
        Ok(amount) => Quantity { amount, unit },
        Err(foreign) => foreign,
    }
}
