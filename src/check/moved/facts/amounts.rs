//! The lines that say honestly that an amount or a day of a project is another one.

use rust_decimal::Decimal;

use crate::check::moved::facts::entries::{name, position};
use crate::check::moved::words::{REPORTED, WHY, change, corrected, correction};
use crate::figures::facts::entry::Entry;
use crate::model::dictionary::field;
use crate::model::record::project::{Contract, Filing, FundsEntry, Project, StageEntry};
use crate::model::value::quantity::Quantity;

/// A row of money that corrects another by so much.
pub(super) fn row(money: &FundsEntry, by: Quantity) -> String {
    format!(
        "{{{}: {}, {}: {by}, {}: <更正的日期>, {}: <为什么>}}",
        field!(FundsEntry.month).key,
        money.month,
        field!(FundsEntry.amount).key,
        field!(FundsEntry.corrected).key,
        field!(FundsEntry.note).key,
    )
}

/// How an amount that was put right says so.
pub(super) fn amount(entry: Entry, project: &Project, by: Decimal) -> Option<String> {
    let (declared, at) = position(entry)?;
    if declared == field!(Project.contracts) {
        let contract = project.contracts.get(at?)?;
        return Some(corrected(
            &name(entry),
            field!(Contract.amount).key,
            contract.amount,
        ));
    }
    if declared == field!(Project.filing) {
        let filed = project.filing.as_ref()?.amount?;
        return Some(corrected(&name(entry), field!(Filing.amount).key, filed));
    }
    if declared == field!(Project.funds) {
        let money = project.funds.get(at?)?;
        let by = Quantity::of_base(by, money.amount.0.unit);
        return Some(format!("{}改回原来的，另加一条 {}", name(entry), row(money, by)));
    }
    let attributes = [
        (field!(Project.output), project.output.map(|now| now.to_string())),
        (field!(Project.land), project.land.map(|now| now.to_string())),
        (field!(Project.tax), project.tax.map(|now| now.to_string())),
        (field!(Project.energy), project.energy.map(|now| now.to_string())),
    ];
    let attribute = attributes.into_iter().find(|(field, _)| *field == declared);
    let (key, now) = attribute.and_then(|(field, now)| Some((field.key, now?)))?;
    Some(format!("{key}改回原来的，另写 {}", change(key, now)))
}

/// How an amount that is another from some edition on says so: its correction was edited.
pub(super) fn later_amount(
    entry: Entry,
    project: &Project,
    by: Decimal,
) -> Option<String> {
    let (declared, _) = position(entry)?;
    if ![field!(Project.contracts), field!(Project.filing)].contains(&declared) {
        return amount(entry, project, by);
    }
    let (name, key) = (name(entry), field!(Contract.corrections).key);
    let more =
        format!("{{{REPORTED}, {}: <改后的>, {WHY}}}", field!(Contract.amount).key);
    Some(format!(
        "{name}的“{key}”改回原来的（报送、金额），再改了的在“{key}”里另加一条 {more}"
    ))
}

/// How a day that was put right says so.
pub(super) fn dated(entry: Entry, project: &Project) -> Option<String> {
    let (declared, at) = position(entry)?;
    let stages = [
        (field!(Project.lead), &project.lead),
        (field!(Project.talks), &project.talks),
        (field!(Project.intent), &project.intent),
        (field!(Project.landed), &project.landed),
        (field!(Project.started), &project.started),
        (field!(Project.producing), &project.producing),
        (field!(Project.capacity), &project.capacity),
    ];
    let stage = stages.into_iter().find(|(field, _)| *field == declared);
    let (key, now) = if declared == field!(Project.contracts) {
        let contract = project.contracts.get(at.unwrap_or_default())?;
        (field!(Contract.signed).key, contract.signed)
    } else if declared == field!(Project.filing) {
        (field!(Filing.date).key, project.filing.as_ref()?.date)
    } else if declared == field!(Project.funds) {
        return moved_money(entry, project.funds.get(at?)?);
    } else if let Some((_, Some(stage))) = stage {
        (field!(StageEntry.date).key, stage.date)
    } else {
        return None;
    };
    let (name, correction) = (name(entry), correction(key, now));
    Some(format!(
        "{name}改回原来的（{key}、报送、认定），{key}真写错的，在这一条里写 {correction}"
    ))
}

/// Money of another month: it is taken from the one and added to the other.
fn moved_money(entry: Entry, money: &FundsEntry) -> Option<String> {
    let (key, name) = (field!(FundsEntry.month).key, name(entry));
    let taken = Quantity::of_base(-money.amount.0.amount(), money.amount.0.unit);
    let (amount, corrected) =
        (field!(FundsEntry.amount).key, field!(FundsEntry.corrected).key);
    Some(format!(
        "{name}改回原来的（{key}、报送；开工的日期、认定），{key}真写错的，另加两条 {{{key}: <原来的>, {amount}: {taken}, {corrected}: <更正的日期>}} 和 {}",
        row(money, money.amount.0)
    ))
}
