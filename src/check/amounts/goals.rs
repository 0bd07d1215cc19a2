//! The goals of a book's plans with their places and the indicators that they are set for.

use std::collections::BTreeMap;

use crate::model::book::scope::Scope;
use crate::model::book::{Book, FileId, Filed};
use crate::model::dictionary::{Step, route};
use crate::model::plan::Plan;
use crate::model::plan::indicator::{Indicator, MeasureKind};
use crate::model::plan::target::TargetTable;
use crate::model::value::quantity::{Base, Quantity};

/// A goal with its place.
pub(in crate::check) struct Goal<'a> {
    /// File.
    pub file: FileId,
    /// Route of the value in the plan.
    pub route: Vec<Step>,
    /// Name of the indicator as written.
    pub word: &'a str,
    /// The indicator.
    pub indicator: &'a Indicator,
    /// The value.
    pub value: Quantity,
}

/// Returns every goal whose indicator is known, of targets, tables, sums and adjustments.
pub(in crate::check) fn goals(book: &Book) -> Vec<Goal<'_>> {
    book.plans.iter().flat_map(|plan| of_plan(book, plan)).collect()
}

fn of_plan<'a>(book: &'a Book, plan: &'a Filed<Plan>) -> Vec<Goal<'a>> {
    let mut found: Vec<(Vec<Step>, &str, Option<Quantity>)> = Vec::new();
    for (at, target) in plan.record.targets.iter().enumerate() {
        let route = route!(Plan.targets[at].value);
        found.push((route, target.indicator.as_str(), target.value));
    }
    for (at, table) in plan.record.tables.iter().enumerate() {
        found.extend(of_table(at, table));
    }
    let goal = |(route, word, value): (Vec<Step>, &'a str, Option<Quantity>)| {
        let indicator = indicator_in(book, &plan.record, word)?;
        Some(Goal { file: plan.file, route, word, indicator, value: value? })
    };
    found.into_iter().filter_map(goal).collect()
}

fn of_table(at: usize, table: &TargetTable) -> Vec<(Vec<Step>, &str, Option<Quantity>)> {
    let mut found = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        found.extend(row.targets.iter().map(|(key, value)| {
            (route!(Plan.tables[at].rows[index].targets[key]), key.as_str(), *value)
        }));
    }
    for (index, sum) in table.sums.iter().enumerate() {
        found.extend(sum.targets.iter().map(|(key, value)| {
            (route!(Plan.tables[at].sums[index].targets[key]), key.as_str(), *value)
        }));
    }
    for (index, adjustment) in table.adjustments.iter().enumerate() {
        let route = route!(Plan.tables[at].adjustments[index].value);
        found.push((route, adjustment.indicator.as_str(), adjustment.value));
    }
    found
}

/// Returns the indicator with a name, of the plan itself or of any other.
pub(in crate::check) fn indicator_in<'a>(
    book: &'a Book,
    plan: &'a Plan,
    word: &str,
) -> Option<&'a Indicator> {
    let own = plan.indicators.iter().find(|indicator| indicator.is_called(word));
    own.or_else(|| book.indicator(word).map(|(_, indicator)| indicator))
}

/// Returns every goal with the id of its indicator and the scope that it is set for, sums of tables
/// being those of their sector or of the whole.
pub(in crate::check) fn set_goals(book: &Book) -> Vec<(&str, Scope, Quantity)> {
    let mut set = Vec::new();
    for plan in &book.plans {
        let mut add = |word: &str, scope: Option<Scope>, value: Option<Quantity>| {
            let indicator = indicator_in(book, &plan.record, word);
            let indicator = indicator.map(|indicator| indicator.id.as_str());
            let goal = indicator.zip(scope).zip(value);
            set.extend(goal.map(|((indicator, scope), value)| (indicator, scope, value)));
        };
        for target in &plan.record.targets {
            let scope = book.scope_called(target.scope.as_str());
            add(target.indicator.as_str(), scope, target.value);
        }
        for table in &plan.record.tables {
            for row in &table.rows {
                let unit = book.unit(&row.unit).map(|unit| unit.id.to_string());
                let scope = unit.map(Scope::Unit);
                row.targets
                    .iter()
                    .for_each(|(key, value)| add(key, scope.clone(), *value));
            }
            for sum in &table.sums {
                let scope = match &sum.sector {
                    Some(sector) => {
                        book.sector(sector).map(|it| Scope::Sector(it.id.to_string()))
                    }
                    None => Some(Scope::All),
                };
                sum.targets
                    .iter()
                    .for_each(|(key, value)| add(key, scope.clone(), *value));
            }
        }
    }
    set
}

/// Returns the largest goal of the indicators that add up contracts, in each currency.
pub(in crate::check) fn largest_goals(book: &Book) -> BTreeMap<Base, (String, Quantity)> {
    let mut largest: BTreeMap<Base, (String, Quantity)> = BTreeMap::new();
    let of_contracts = |kind| kind == MeasureKind::Contract;
    for goal in
        goals(book).into_iter().filter(|goal| of_contracts(goal.indicator.measure))
    {
        let (base, name) = (goal.value.unit.base, goal.indicator.name.clone());
        let entry = largest.entry(base).or_insert((name.clone(), goal.value));
        if goal.value.amount() > entry.1.amount() {
            *entry = (name, goal.value);
        }
    }
    largest.retain(|_, (_, goal)| !goal.is_zero());
    largest
}
