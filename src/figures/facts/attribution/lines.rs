//! The lines of target tables: units, and units within sectors, as far as they are in use.

use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::plan::Plan;
use crate::model::plan::credit::CreditBy;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::target::{TargetRow, TargetTable};
use crate::model::record::registry::{Life, Sector, Unit};

/// A line of a target table, or a unit if no table has targets.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) unit: &'a Unit,
    pub(super) sector: Option<&'a Sector>,
    pub(super) by: CreditBy,
}

impl<'a> Line<'a> {
    /// Returns a line for each unit that answers for itself in the time of a plan.
    pub(super) fn of_all(register: Registered<'a>, plan: &Plan) -> Vec<Line<'a>> {
        let units = register.units().iter();
        let units = units.filter(|unit| answers(register, plan, unit));
        units.map(|unit| Line { unit, sector: None, by: CreditBy::Unit }).collect()
    }

    fn is(&self, other: &Line) -> bool {
        self.unit.id == other.unit.id
            && self.sector.map(|sector| &sector.id)
                == other.sector.map(|sector| &sector.id)
            && self.by == other.by
    }
}

/// Returns the lines of the tables that set targets of an indicator, each once. That of a unit which
/// went on in another is the other's.
pub(super) fn listed<'a>(
    register: Registered<'a>,
    book: &'a Book,
    plan: &'a Plan,
    indicator: &Indicator,
) -> Vec<Line<'a>> {
    let rows = covering(plan, indicator);
    let mut listed: Vec<Line> = Vec::new();
    for (table, row) in rows {
        let Some(named) = register.unit(&row.unit) else { continue };
        let unit = register.answering(named);
        if register.life(unit) == Life::NotYet {
            continue;
        }
        let sector = row.sector.as_ref().and_then(|sector| book.sector(sector));
        let line = Line { unit, sector, by: table.by.unwrap_or(CreditBy::Unit) };
        // A later version of a table lists the same lines again.
        if !listed.iter().any(|earlier| earlier.is(&line)) {
            listed.push(line);
        }
    }
    listed
}

/// Returns the rows that set targets of an indicator, with their tables.
fn covering<'a>(
    plan: &'a Plan,
    indicator: &Indicator,
) -> impl Iterator<Item = (&'a TargetTable, &'a TargetRow)> {
    let covers = |row: &TargetRow| row.targets.keys().any(|key| indicator.is_called(key));
    let tables = plan.tables.iter().filter(move |table| table.rows.iter().any(covers));
    tables.flat_map(|table| table.rows.iter().map(move |row| (table, row)))
}

/// Returns the units that had lines before they went on in others, in the time of a plan.
pub(super) fn merged<'a>(
    register: Registered<'a>,
    plan: &Plan,
    indicator: &Indicator,
) -> Vec<&'a Unit> {
    let named: Vec<&Unit> = covering(plan, indicator)
        .filter_map(|(_, row)| register.unit(&row.unit))
        .collect();
    let is_merged = |unit: &&Unit| {
        matches!(register.life(unit), Life::Merged(merger) if merger.since > plan.span.start)
            && (named.is_empty() || named.iter().any(|named| named.id == unit.id))
    };
    register.units().iter().filter(is_merged).collect()
}

/// Returns whether a unit answers for itself in the time of a plan.
fn answers(register: Registered, plan: &Plan, unit: &Unit) -> bool {
    match register.life(unit) {
        Life::InUse => true,
        Life::Closed(day) => plan.span.start <= day,
        Life::NotYet | Life::Merged(_) => false,
    }
}

/// Returns whether records can be in no line: a unit has none, or the lines are of both kinds.
pub(super) fn leaves_out(register: Registered, plan: &Plan, listed: &[Line]) -> bool {
    let Some(first) = listed.first() else { return false };
    let has_line = |unit: &Unit| listed.iter().any(|line| line.unit.id == unit.id);
    let mut answering =
        register.units().iter().filter(|unit| answers(register, plan, unit));
    listed.iter().any(|line| line.by != first.by) || !answering.all(has_line)
}
