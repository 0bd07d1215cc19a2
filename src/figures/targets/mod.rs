//! Which targets are set for a scope, and which of them rules.

mod merged;
pub mod progress;
mod sums;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::facts::attribution::{ByRoll, Rows};
use crate::figures::facts::moment::roll_on;
use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::credit::{CreditBy, MergedGoals};
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::span_kind::SpanKind;
use crate::model::plan::target::{
    Comparison, Force, Target, TargetAdjustment, TargetTable,
};
use crate::model::value::clause::Clause;
use crate::model::value::period::Period;
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
    /// Place in the document; `None` if the document itself sets only the rows that were added up.
    pub clause: Option<Clause>,
    /// Whether it is the sum of several rows.
    pub summed: bool,
    /// The period that it is a stage target for; `None` for a target of the whole span.
    pub stage: Option<Period>,
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
    /// Rows of the indicator's tables, by the units of the day.
    pub rows: &'a ByRoll<Rows>,
    /// Last day of the period.
    pub end: NaiveDate,
    /// Roll of that day.
    pub roll: usize,
    /// Last day on which a target that was set by then is known.
    pub known: NaiveDate,
}

/// The units and rows of a day.
struct Then<'a> {
    day: NaiveDate,
    register: Registered<'a>,
    rows: &'a Rows,
}

impl<'a> Then<'a> {
    fn of(targets: &Targets<'a>, day: NaiveDate) -> Then<'a> {
        let Targets { book, plan, rows, .. } = *targets;
        let is_now = day == targets.end;
        let roll = if is_now { targets.roll } else { roll_on(book, plan, day) };
        Then { day, register: book.registered_at(roll), rows: rows.at(roll) }
    }
}

impl Targets<'_> {
    /// Returns the targets of a scope that are in force on a day, the ruling one first: binding
    /// before striving, newest before older.
    /// A unit that went on in another by then has none.
    pub fn of(&self, scope: &Scope, day: NaiveDate) -> Vec<SetTarget> {
        self.with_stage(scope, day).0
    }

    /// Returns the same, and the target of the stage that is under way on the day, with its period.
    pub fn with_stage(
        &self,
        scope: &Scope,
        day: NaiveDate,
    ) -> (Vec<SetTarget>, Option<(Period, SetTarget)>) {
        let all = self.all(scope, day).into_iter();
        let (whole, staged): (Vec<_>, Vec<_>) = all.partition(|set| set.stage.is_none());
        let staged = staged.into_iter();
        let staged = staged.filter_map(|set| Some((set.stage.clone()?, set)));
        let open = staged.filter(|(stage, _)| day <= stage.end());
        (whole, open.min_by_key(|(stage, _)| stage.end()))
    }

    fn all(&self, scope: &Scope, day: NaiveDate) -> Vec<SetTarget> {
        let then = Then::of(self, day);
        if then.register.merger(scope).is_some() {
            return Vec::new();
        }
        let mut own = self.single(&then, scope);
        own.retain(|target| self.in_force(target, day));
        let mut targets = self.with_merged(&then, scope, own);
        let tables = self.tables(scope);
        targets.extend(tables.filter_map(|table| self.tabled(&then, table, scope)));
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
        let are_mixed = || {
            let first = tables().find(splits).map(by);
            tables().filter(splits).any(|table| Some(by(table)) != first)
        };
        let has_none = *scope == Scope::All && are_mixed();
        tables().filter(move |_| !has_none)
    }

    /// Returns whether a target is in force on a day and known; a yearly target with a first day holds
    /// for that year only.
    fn in_force(&self, target: &SetTarget, day: NaiveDate) -> bool {
        let yearly = matches!(
            self.indicator.span,
            SpanKind::Week
                | SpanKind::TenDays
                | SpanKind::Month
                | SpanKind::Quarter
                | SpanKind::Year
        );
        let begun = target
            .from
            .is_none_or(|from| from <= day && (!yearly || from.year() == day.year()));
        let is_known = target.issued.is_none_or(|issued| issued <= self.known);
        begun && is_known && target.to.is_none_or(|to| day <= to)
    }

    fn single(&self, then: &Then, scope: &Scope) -> Vec<SetTarget> {
        let targets = self.plan.targets.iter().filter(|target| {
            self.indicator.is_called(target.indicator.as_str())
                && then.register.scopes_called(target.scope.as_str()).contains(scope)
        });
        targets.map(|target| self.set(target)).collect()
    }

    fn set(&self, target: &Target) -> SetTarget {
        SetTarget {
            id: target.id.to_string(),
            level: target.level.clone(),
            comparison: target.comparison.unwrap_or(Comparison::AtLeast),
            force: target.force.unwrap_or(Force::Binding),
            value: self.number(target.value),
            wording: target.wording.clone(),
            clause: Some(target.clause.clone()),
            summed: false,
            stage: target.stage.clone(),
            from: target.from,
            to: target.to,
            issued: target.issued,
        }
    }

    fn tabled(
        &self,
        then: &Then,
        table: &TargetTable,
        scope: &Scope,
    ) -> Option<SetTarget> {
        let joined = self.joined(then, scope);
        let adjustment = self.adjustment(then, table, scope);
        // What was set before another unit came in was for the one alone.
        let adjustment =
            adjustment.filter(|one| joined.is_none_or(|day| day <= one.from));
        let stated = self.stated(table, scope);
        let several = then.rows.below(scope).len() > 1 || joined.is_some();
        let summed = stated.is_none() && several;
        let adds_up = self.adds_up(then, table, scope);
        let own = Some(&table.clause).filter(|_| !summed || adds_up).cloned();
        let (value, clause) = match (adjustment, stated) {
            (Some(adjustment), _) => (adjustment.value, Some(adjustment.clause.clone())),
            (None, Some((value, clause))) => (value, Some(clause)),
            (None, None) => (self.summed(then, table, scope, adds_up)?, own),
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
            stage: table.stage.clone(),
            from: adjustment.map(|adjustment| adjustment.from).or(table.from),
            to: table.to,
            issued: table.issued,
        })
    }

    /// Returns since when a unit answers for others too, if their goals became its own.
    fn joined(&self, then: &Then, scope: &Scope) -> Option<NaiveDate> {
        let Scope::Unit(unit) = scope else { return None };
        then.register.joined(unit).filter(|_| self.adds_goals())
    }

    fn adds_goals(&self) -> bool {
        self.plan.merged_goals.unwrap_or(MergedGoals::Added) == MergedGoals::Added
    }

    /// Returns the newest adjustment of a table's row or sum that is in force on a day and known.
    fn adjustment<'t>(
        &self,
        then: &Then,
        table: &'t TargetTable,
        scope: &Scope,
    ) -> Option<&'t TargetAdjustment> {
        let made = table.adjustments.iter().filter(|adjustment| {
            adjustment.from <= then.day
                && adjustment.issued.unwrap_or(adjustment.from) <= self.known
                && self.indicator.is_called(adjustment.indicator.as_str())
                && then.register.scopes_called(adjustment.row.as_str()).contains(scope)
        });
        made.max_by_key(|adjustment| (adjustment.from, adjustment.issued))
    }

    fn number(&self, quantity: Option<Quantity>) -> Option<Decimal> {
        quantity?.in_unit(self.indicator.unit)
    }
}
