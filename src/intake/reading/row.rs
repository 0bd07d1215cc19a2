//! A row of a form as it was filled in.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::intake::form::{Form, Role};
use crate::intake::reading::doubt::At;
use crate::load::splice::Node;
use crate::model::dictionary::{Field, Fields, Word};
use crate::model::record::project::FundsEntry;
use crate::model::record::reported::Total;
use crate::model::value::period::Period;
use crate::model::value::quantity::Quantity;

/// What stands in a cell, and where.
#[derive(Clone, Debug)]
pub struct Given {
    /// What stands there.
    pub node: Node,
    /// Where.
    pub at: At,
}

/// A row that says something.
#[derive(Clone, Debug)]
pub struct Row {
    /// The form.
    pub form: &'static Form,
    /// The file that it came in.
    pub file: String,
    /// The SHA-256 of that.
    pub digest: String,
    /// Where it begins.
    pub at: At,
    /// The period of the form; `None` where neither form nor command names one.
    pub period: Option<Period>,
    /// The unit that the form is of; `None` for a form for all or a table of the office's own.
    pub unit: Option<String>,
    /// The day on which it came.
    pub day: NaiveDate,
    /// What is filled in, by the position of the column in the form.
    pub cells: BTreeMap<usize, Given>,
    /// Whether somebody filled it in, so that it is more than what we wrote there.
    pub is_filled: bool,
    /// The sum of the year before the period, as the row says it.
    pub before: Option<Sum>,
    /// The sum of the year with the period, as the row says it.
    pub to_date: Option<Sum>,
}

/// A sum that a row says, and where.
#[derive(Clone, Debug)]
pub struct Sum {
    /// How much.
    pub quantity: Quantity,
    /// Where.
    pub at: At,
}

impl Row {
    /// Returns what stands in the column of a role.
    pub fn of(&self, is: impl Fn(&Role) -> bool) -> Option<&Given> {
        let mut columns = self.form.columns.iter();
        self.cells.get(&columns.position(|column| is(&column.role))?)
    }

    /// Returns what stands in the column of a field.
    pub fn field(&self, field: &'static Field) -> Option<&Given> {
        self.of(|role| matches!(role, Role::Own(way) if way.last() == Some(&field)))
    }

    /// Returns the text in the column of a field.
    pub fn text(&self, field: &'static Field) -> Option<&str> {
        self.field(field).and_then(|given| given.node.as_text())
    }

    /// Whether the number of the period is there and is zero.
    pub fn says_nothing_came(&self) -> bool {
        let amounts = [Fields::<FundsEntry>::amount, Fields::<Total>::value];
        let mut texts = amounts.into_iter().filter_map(|field| self.text(field));
        texts.any(|text| Quantity::parse(text).is_ok_and(|own| own.is_zero()))
    }

    /// Whether the box for nothing new is ticked.
    pub fn is_unchanged(&self) -> bool {
        let ticked = self.of(|role| matches!(role, Role::Unchanged));
        ticked.and_then(|given| given.node.as_text()).is_some_and(is_tick)
    }
}

fn is_tick(text: &str) -> bool {
    matches!(text, "是" | "√" | "✓" | "✔" | "☑" | "1" | "没有变化" | "无变化" | "Y" | "y")
}
