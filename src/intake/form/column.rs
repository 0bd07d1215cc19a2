//! A column of a form: what stands in it, what it is called, and what offices call it otherwise.

use crate::model::dictionary::{Field, Shape};

/// What stands in a column.
#[derive(Clone, Copy, Debug)]
pub enum Role {
    /// The id of the project that a row is about.
    ProjectId,
    /// The name of the project that a row is about.
    ProjectName,
    /// A field of what the row records, by the way into it.
    Own(&'static [&'static Field]),
    /// The sum of the year before the period, which we know.
    Before,
    /// The sum of the year with the period, which must fit.
    ToDate,
    /// Whether they fit, as the sheet works out.
    Agrees,
    /// That there is nothing new.
    Unchanged,
    /// The unit of measurement of the row's numbers.
    Measure,
}

/// A column of a form.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What stands in it.
    pub role: Role,
    /// What it is called.
    pub head: &'static str,
    /// What offices call it otherwise.
    pub others: &'static [&'static str],
    /// The unit of its numbers; empty where they have none or the row has it.
    pub unit: &'static str,
    /// Width in characters.
    pub width: u8,
    /// Whether the unit fills it in.
    pub asked: bool,
}

impl Column {
    pub(super) const fn of(role: Role, head: &'static str, width: u8) -> Column {
        Column { role, head, others: &[], unit: "", width, asked: true }
    }

    /// Adds what offices call it otherwise.
    pub(super) const fn also(self, others: &'static [&'static str]) -> Column {
        Column { others, ..self }
    }

    /// Adds the unit of its numbers.
    pub(super) const fn unit(self, unit: &'static str) -> Column {
        Column { unit, ..self }
    }

    /// Makes it one that nobody is asked for.
    pub(super) const fn given(self) -> Column {
        Column { asked: false, ..self }
    }

    /// Returns the field that is written, and so says how.
    pub fn field(&self) -> Option<&'static Field> {
        let Role::Own(way) = self.role else { return None };
        way.last().copied()
    }

    /// Returns the head with its unit, as it stands in the form.
    pub fn title(&self) -> String {
        match self.unit {
            "" => self.head.to_owned(),
            unit => format!("{}（{unit}）", self.head),
        }
    }

    /// Returns what to write in it; empty where nobody is asked.
    pub fn note(&self) -> String {
        let Some(field) = self.field().filter(|_| self.asked) else {
            return String::new();
        };
        let form = match field.shape {
            Shape::Word(word) if self.unit.is_empty() && !word.form.is_empty() => {
                format!("。{}", word.form)
            }
            Shape::Word(_) if !self.unit.is_empty() => {
                format!("。只写数，单位是{}", self.unit)
            }
            Shape::List(_) => "。几项之间用顿号".to_owned(),
            _ => String::new(),
        };
        format!("{}{form}", field.meaning)
    }

    /// Returns whether a head, without its unit and blanks, is this column's.
    pub fn is_called(&self, head: &str) -> bool {
        let key = self.field().map(|field| field.key.as_str());
        self.head == head || key == Some(head) || self.others.contains(&head)
    }
}
