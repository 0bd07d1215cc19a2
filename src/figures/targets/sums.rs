//! Sums over the rows of a target table: those that the document states, and those that are its rows' own.

use rust_decimal::Decimal;

use crate::figures::targets::{Targets, Then};
use crate::model::book::scope::Scope;
use crate::model::plan::target::{TargetRow, TargetTable};
use crate::model::record::registry::Unit;
use crate::model::value::clause::Clause;
use crate::model::value::quantity::Quantity;

/// A scope with a goal; blank if none was set.
type Goal = (Scope, Option<Quantity>);

impl Targets<'_> {
    /// Returns the sum that the table states for the whole or a sector.
    pub(super) fn stated(
        &self,
        table: &TargetTable,
        scope: &Scope,
    ) -> Option<(Option<Quantity>, Clause)> {
        let sum = table.sums.iter().find(|sum| match (&sum.sector, scope) {
            (None, Scope::All) => true,
            (Some(sector), Scope::Sector(id)) => {
                self.book.sector(sector).is_some_and(|sector| sector.id.as_str() == id)
            }
            _ => false,
        })?;
        let value = sum.targets.iter().find(|(key, _)| self.indicator.is_called(key))?;
        Some((*value.1, sum.clause.clone()))
    }

    /// Returns whether the document adds up the rows of a group: all rows of the table are the group's,
    /// and it states their sum.
    pub(super) fn adds_up(
        &self,
        then: &Then,
        table: &TargetTable,
        scope: &Scope,
    ) -> bool {
        let Scope::Group(id) = scope else { return false };
        let in_group = |row: &TargetRow| {
            let unit = then.register.unit(&row.unit);
            let group = unit.and_then(|unit| then.register.group_of(unit));
            group.is_some_and(|group| group.id.as_str() == id)
        };
        self.stated(table, &Scope::All).is_some() && table.rows.iter().all(in_group)
    }

    /// Returns the sum of the rows of a scope. Blank rows are nothing where they are one unit's or the
    /// document adds them up; else, if a unit of the scope has no goal, nobody set any for the scope.
    pub(super) fn summed(
        &self,
        then: &Then,
        table: &TargetTable,
        scope: &Scope,
        adds_up: bool,
    ) -> Option<Option<Quantity>> {
        let below = then.rows.below(scope);
        let wanted = if below.is_empty() { vec![scope.clone()] } else { below };
        let goals = self.goals(then, table, scope, &wanted);
        let (_, first) = goals.first()?;
        let is_one_units = matches!(scope, Scope::Unit(_) | Scope::UnitInSector(..));
        if !(is_one_units || adds_up || all_have_one(&wanted, &goals)) {
            return None;
        }
        let mut set = goals.iter().filter_map(|(_, value)| *value);
        let Some(any) = first.or(set.clone().next()) else { return Some(None) };
        if goals.len() == 1 {
            return Some(Some(any));
        }
        let none = Quantity::of_base(Decimal::ZERO, any.unit);
        // Goals of different kinds and rates have no sum.
        Some(Some(set.try_fold(none, |sum, goal| sum.plus(&goal))?))
    }

    /// Returns the goals of some scopes in a table, row by row or as they were set anew.
    fn goals(
        &self,
        then: &Then,
        table: &TargetTable,
        scope: &Scope,
        wanted: &[Scope],
    ) -> Vec<Goal> {
        let rows: Vec<Goal> = (table.rows.iter())
            .filter_map(|row| self.goal(then, (table, row), wanted))
            .collect();
        let of_part = |part: &Scope| {
            let joined = self.joined(then, part);
            let anew = self.adjustment(then, table, part).filter(|adjustment| {
                part != scope && joined.is_none_or(|day| day <= adjustment.from)
            });
            match anew {
                Some(anew) => vec![(part.clone(), anew.value)],
                None => rows.iter().filter(|(of, _)| of == part).cloned().collect(),
            }
        };
        wanted.iter().flat_map(of_part).collect()
    }

    /// Returns the goal of a row, with the one of some scopes that answers for it.
    fn goal(
        &self,
        then: &Then,
        (table, row): (&TargetTable, &TargetRow),
        wanted: &[Scope],
    ) -> Option<Goal> {
        let named = then.register.unit(&row.unit)?;
        let answering = then.register.answering(named);
        let is_of_unit = |scope: &Scope| scope.unit() == Some(answering.id.as_str());
        if answering.id != named.id && !self.adds_goals()
            || !wanted.iter().any(is_of_unit)
        {
            return None;
        }
        let sector = row.sector.as_ref().and_then(|sector| self.book.sector(sector));
        let whole = |unit: &Unit| Scope::Unit(unit.id.to_string());
        let part = |unit: &Unit| {
            let (unit, sector) = (unit.id.to_string(), sector?.id.to_string());
            Some(Scope::UnitInSector(unit, sector))
        };
        let is_wanted = |scope: &Scope| wanted.contains(scope);
        let in_sector = part(answering).filter(is_wanted);
        let own = if in_sector.is_some() { part(named)? } else { whole(named) };
        let scope = in_sector.or(Some(whole(answering)).filter(is_wanted))?;
        let mut targets = row.targets.iter();
        let (_, value) = targets.find(|(key, _)| self.indicator.is_called(key))?;
        let adjustment = self.adjustment(then, table, &own);
        Some((scope, adjustment.map_or(*value, |adjustment| adjustment.value)))
    }
}

/// Returns whether each scope is of a unit that has a goal.
fn all_have_one(wanted: &[Scope], goals: &[Goal]) -> bool {
    let has_one = |unit: &str| {
        goals.iter().any(|(of, goal)| goal.is_some() && of.unit() == Some(unit))
    };
    wanted.iter().all(|part| part.unit().is_some_and(has_one))
}
