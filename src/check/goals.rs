//! The goals of a book's plans with their places and the indicators that they are set for.

use crate::model::book::{Book, FileId, Filed};
use crate::model::dictionary::{Step, route};
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::target::TargetTable;
use crate::model::value::quantity::Quantity;

/// A goal with its place.
pub(super) struct Goal<'a> {
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
pub(super) fn goals(book: &Book) -> Vec<Goal<'_>> {
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
pub(super) fn indicator_in<'a>(
    book: &'a Book,
    plan: &'a Plan,
    word: &str,
) -> Option<&'a Indicator> {
    let own = plan.indicators.iter().find(|indicator| indicator.is_called(word));
    own.or_else(|| book.indicator(word).map(|(_, indicator)| indicator))
}
