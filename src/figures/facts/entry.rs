//! The entry of a record that a fact is taken from, and what it says that is only printed.

use chrono::NaiveDate;

use crate::figures::facts::duties::outcome::Kept;
use crate::model::dictionary::{Field, Step};
use crate::model::plan::stage::PermitKind;
use crate::model::value::date::Month;
use crate::model::value::period::Period;

/// The place of a fact in its record: a field, or an item of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entry {
    field: &'static Field,
    item: Option<u32>,
}

impl Entry {
    /// The entry that is a field of the record.
    pub fn field(field: &'static Field) -> Entry {
        Entry { field, item: None }
    }

    /// The entry that is an item of a list, counted from 0.
    pub fn item(list: &'static Field, index: usize) -> Entry {
        Entry { field: list, item: u32::try_from(index).ok() }
    }

    /// The steps to the entry.
    pub fn steps(self) -> impl Iterator<Item = Step> {
        let item = self.item.map(|index| Step::Index(index as usize));
        std::iter::once(Step::Field(self.field)).chain(item)
    }

    /// The name of the list or the field, by which readers know it.
    pub fn label(self) -> &'static str {
        self.field.key.as_str()
    }

    /// The list or the field itself.
    pub(in crate::figures) fn declared(self) -> &'static Field {
        self.field
    }
}

/// How the date of an event is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// As a day.
    Day,
    /// As a month, of which the event's day is the last.
    Month,
    /// As a period, of which the event's day is the last or which was due on it.
    Period(Box<Period>),
}

impl Written {
    /// The date in words.
    pub(in crate::figures) fn text(&self, day: NaiveDate) -> String {
        match self {
            Written::Day => day.to_string(),
            Written::Month => Month::of(day).to_string(),
            Written::Period(period) => period.to_string(),
        }
    }
}

/// What proves a fact.
#[derive(Clone, Copy, Debug)]
pub enum Evidence<'a> {
    /// Documents, as they are recorded.
    Documents(&'a [String]),
    /// A permit by itself.
    Permit(PermitKind),
    /// A released file of a book below, as it is called and known. The digest of a file of which all
    /// but one number is known tells that number.
    Released(&'a [String]),
    /// What became of a duty.
    Duty(Kept),
}

impl Evidence<'_> {
    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        matches!(self, Evidence::Documents([]) | Evidence::Released([]))
    }

    /// The evidence in words, piece by piece.
    pub fn texts(&self) -> Vec<String> {
        match self {
            Evidence::Documents(documents) | Evidence::Released(documents) => {
                documents.to_vec()
            }
            Evidence::Permit(kind) => vec![kind.label().to_owned()],
            Evidence::Duty(kept) => vec![kept.label()],
        }
    }
}
