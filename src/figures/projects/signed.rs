//! The sum of the formal contracts of a project, from each of them on.

use rust_decimal::Decimal;

use crate::figures::facts::knowledge::Knowledge;
use crate::figures::projects::convert::converted;
use crate::model::plan::Plan;
use crate::model::record::project::{Contract, Project, in_force};
use crate::model::value::quantity::{Base, Quantity};

/// Returns the signed amount of a project from each of its formal contracts on, in the order in
/// which they became known.
pub(crate) fn signed(plan: &Plan, project: &Project) -> Vec<(Knowledge, Quantity)> {
    let mut news: Vec<Knowledge> = project.formal().map(Knowledge::signing).collect();
    news.sort_by_key(|knowledge| (knowledge.day(), *knowledge));
    let amount = |knowledge: Knowledge| {
        let is_known = |contract: &&Contract| {
            let signing = Knowledge::signing(contract);
            (signing.day(), signing) <= (knowledge.day(), knowledge)
        };
        let formal: Vec<&Contract> = project.formal().filter(is_known).collect();
        (knowledge, sum(plan, in_force(&formal)))
    };
    news.into_iter().map(amount).collect()
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
        Ok(amount) => Quantity::of_base(amount, unit),
        Err(foreign) => foreign,
    }
}
