//! The data dictionary: every kind of record as a table of fields, declared once.
//!
//! From these tables come the reader, the JSON Schemas, the field reference for clerks,
//! the labels of findings and diffs, and what each audience may see.

mod level;
mod read;
mod record;
mod word;
pub mod written;

pub use crate::model::dictionary::level::Level;
pub use crate::model::dictionary::read::{Fault, Member, Reading, Record, Value};
pub use crate::model::dictionary::word::{Word, WordError, WordShape, nearest};

pub(crate) use crate::model::dictionary::record::record;
pub(crate) use crate::model::dictionary::word::{choices, digits, reference, word_value};

/// One field of a kind of record.
#[derive(Debug)]
pub struct Field {
    /// Chinese key, as the clerk writes it.
    pub key: &'static str,
    /// English id, stable for programs.
    pub id: &'static str,
    /// One sentence of meaning, in Chinese.
    pub meaning: &'static str,
    /// An example as it stands in YAML.
    pub example: &'static str,
    /// Row or clause that asks for the field; empty for our own.
    pub source: &'static str,
    /// Who may see it.
    pub level: Level,
    /// Whether it must be there.
    pub required: bool,
    /// What is written in it.
    pub shape: fn() -> Shape,
}

/// A kind of record: its names and its fields.
#[derive(Debug)]
pub struct Kind {
    /// Chinese name.
    pub name: &'static str,
    /// English id.
    pub id: &'static str,
    /// One sentence of meaning, in Chinese.
    pub meaning: &'static str,
    /// The fields, in the order of the reference.
    pub fields: &'static [Field],
}

impl Kind {
    /// The field with a Chinese key.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// Who may know of such a record with all that makes it one: its required fields.
    pub fn level(&self) -> Level {
        let required = self.fields.iter().filter(|field| field.required);
        required.map(|field| field.level).max().unwrap_or(Level::Public)
    }
}

/// What is written in a field.
#[derive(Clone, Debug)]
pub enum Shape {
    /// One scalar.
    Word(&'static WordShape),
    /// A list of equal items.
    List(Box<Shape>),
    /// A record inside the record.
    Record(&'static Kind),
    /// A map from free keys, such as names of indicators, to equal values.
    Map(Box<Shape>),
}
