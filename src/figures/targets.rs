//! Which targets are set for a scope, and which of them rules.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::facts::attribution::Rows;
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::credit::CreditBy;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::target::{
    Comparison, Force, TargetAdjustment, TargetRow, TargetTable,
};
use crate::model::value::clause::Clause;
use crate::model::value::quantity::Quantity;

/// A target as it was set.
#[derive(Clone, Debug)]
pub struct SetTarget {
    /// Id: the target's, or its table's.
    pub id: String,
    /// Level that set it.
    pub level: Option<String>,
    /// How values compare with it.
    pub comparison: Comparison,
    /// Whether it binds.
    pub force: Force,
    /// In the indicator's unit; `None` if it was left blank (未下达).
    pub value: Option<Decimal>,
    /// Words of the document.
    pub wording: Option<String>,
    /// Place in the document.
    pub clause: Clause,
    /// Whether it is the sum of several rows.
    pub summed: bool,
    /// First day; `None` if it holds from the beginning.
    pub from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    issued: Option<NaiveDate>,
}

/// What targets are looked up in.
#[derive(Clone, Copy, Debug)]
pub struct Targets<'a> {
    /// Book.
    pub book: &'a Book,
    /// Plan.
    pub plan: &'a Plan,
    /// Indicator.
    pub indicator: &'a Indicator,
    /// Rows of the indicator's tables.
    pub rows: &'a Rows,
    /// Last day on which a target that was set by then is known.
    pub known: NaiveDate,
}

impl Targets<'_> {
    /// Returns the targets of a scope that are in force on a day, the ruling one first: binding
    /// before striving, newest before older.
    pub fn of(&self, scope: &Scope, day: NaiveDate) -> Vec<SetTarget> {
        let mut targets = self.single(scope);
        targets.extend(
            self.tables(scope).filter_map(|table| self.tabled(table, scope, day)),
        );
        targets.retain(|target| self.in_force(target, day));
        targets.sort_by_key(|target| {
            (
                target.value.is_none(),
                target.force != Force::Binding,
                std::cmp::Reverse(target.from),
            )
        });
        targets
    }

    /// Returns the tables whose sums are targets of a scope. If one table is by unit and another by
    /// site, both are about the same projects, and neither sum is the whole's.
    fn tables(&self, scope: &Scope) -> impl Iterator<Item = &TargetTable> {
        let splits = |table: &&TargetTable| {
            let mut keys = table.rows.iter().flat_map(|row| row.targets.keys());
            keys.any(|key| self.indicator.is_called(key))
        };
        let by = |table: &TargetTable| table.by.unwrap_or(CreditBy::Unit);
        let tables = || self.plan.tables.iter();
        let first = tables().find(splits).map(by);
        let mixed = tables().filter(splits).any(|table| Some(by(table)) != first);
        tables().filter(move |_| !(mixed && *scope == Scope::All))
    }

    /// Returns whether a target is in force on a day and known; a yearly target with a first day holds
    /// for that year only.
    fn in_force(&self, target: &SetTarget, day: NaiveDate) -> bool {
        let yearly = matches!(
            self.indicator.span,
            SpanKind::Week | SpanKind::Month | SpanKind::Quarter | SpanKind::Year
        );
        let begun = target
            .from
            .is_none_or(|from| from <= day && (!yearly || from.year() == day.year()));
        let is_known = target.issued.is_none_or(|issued| issued <= self.known);
        begun && is_known && target.to.is_none_or(|to| day <= to)
    }

    fn single(&self, scope: &Scope) -> Vec<SetTarget> {
        let targets = self.plan.targets.iter().filter(|target| {
            self.indicator.is_called(target.indicator.as_str())
                && self.book.scopes_called(target.scope.as_str()).contains(scope)
        });
        targets
            .map(|target| SetTarget {
                id: target.id.to_string(),
                level: target.level.clone(),
                comparison: target.comparison.unwrap_or(Comparison::AtLeast),
                force: target.force.unwrap_or(Force::Binding),
                value: self.number(target.value),
                wording: target.wording.clone(),
                clause: target.clause.clone(),
                summed: false,
                from: target.from,
                to: target.to,
                issued: target.issued,
            })
            .collect()
    }

    fn tabled(
        &self,
        table: &TargetTable,
        scope: &Scope,
        day: NaiveDate,
    ) -> Option<SetTarget> {
        let adjustment = self.adjustment(table, scope, day);
        let stated = self.stated(table, scope);
        let summed = stated.is_none() && self.rows.below(scope).len() > 1;
        let (value, clause) = match (adjustment, stated) {
            (Some(adjustment), _) => (adjustment.value, adjustment.clause.clone()),
            (None, Some((value, clause))) => (value, clause),
            (None, None) => (self.summed(table, scope, day)?, table.clause.clone()),
        };
        Some(SetTarget {
            id: table.id.to_string(),
            level: table.level.clone(),
            comparison: table.comparison.unwrap_or(Comparison::AtLeast),
            force: table.force.unwrap_or(Force::Binding),
            value: self.number(value),
            wording: None,
            clause,
            summed: summed && adjustment.is_none(),
            from: adjustment.map(|adjustment| adjustment.from).or(table.from),
            to: table.to,
            issued: table.issued,
        })
    }

    /// Returns the newest adjustment of a table's row or sum that is in force on a day and known.
    fn adjustment<'t>(
        &self,
        table: &'t TargetTable,
        scope: &Scope,
        day: NaiveDate,
    ) -> Option<&'t TargetAdjustment> {
        let made = table.adjustments.iter().filter(|adjustment| {
            adjustment.from <= day
                && adjustment.issued.unwrap_or(adjustment.from) <= self.known
                && self.indicator.is_called(adjustment.indicator.as_str())
                && self.book.scopes_called(adjustment.row.as_str()).contains(scope)
        });
        made.max_by_key(|adjustment| (adjustment.from, adjustment.issued))
    }

    /// Returns the sum that the table states for the whole or a sector.
    fn stated(
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

    /// Returns the sum of the rows of a scope on a day; blank only if all rows are.
    fn summed(
        &self,
        table: &TargetTable,
        scope: &Scope,
        day: NaiveDate,
    ) -> Option<Option<Quantity>> {
        let below = self.rows.below(scope);
        let wanted = if below.is_empty() { vec![scope.clone()] } else { below };
        let is_wanted = |scope: &Scope| wanted.contains(scope);
        let values: Vec<Option<Quantity>> = (table.rows.iter())
            .filter_map(|row| {
                let (unit, in_sector) = self.scopes_of(row)?;
                let named =
                    in_sector.filter(is_wanted).or(Some(unit).filter(is_wanted))?;
                let mut targets = row.targets.iter();
                let (_, value) =
                    targets.find(|(key, _)| self.indicator.is_called(key))?;
                let adjustment = self.adjustment(table, &named, day);
                Some(adjustment.map_or(*value, |adjustment| adjustment.value))
            })
            .collect();
        let first = values.first()?;
        let unit = values.iter().flatten().next().map(|quantity| quantity.unit);
        let amount = values.iter().flatten().map(|quantity| quantity.amount).sum();
        Some(
            first
                .or(unit.map(|unit| Quantity { amount, unit }))
                .map(|quantity| Quantity { amount, ..quantity }),
        )
    }

    /// Returns the scopes that a row can stand for: its unit, and that within its sector.
    fn scopes_of(&self, row: &TargetRow) -> Option<(Scope, Option<Scope>)> {
        let unit = self.book.unit(&row.unit)?.id.to_string();
        let sector = row.sector.as_ref().and_then(|sector| self.book.sector(sector));
        let in_sector =
            sector.map(|sector| Scope::UnitInSector(unit.clone(), sector.id.to_string()));
        Some((Scope::Unit(unit), in_sector))
    }

    fn number(&self, quantity: Option<Quantity>) -> Option<Decimal> {
        let unit = self.indicator.unit;
        quantity
            .filter(|quantity| quantity.unit.base == unit.base)
            .and_then(|quantity| unit.of_base(quantity.amount))
            .map(|value| value.normalize())
    }
}
