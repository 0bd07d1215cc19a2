//! A kind of record as its table of fields: their keys, meanings, levels and shapes.

use std::cmp::Ordering;
use std::fmt::{Display, Formatter};

use crate::model::dictionary::level::Level;
use crate::model::dictionary::word::WordShape;

/// Key of a field, as the clerk writes it; only the tables of records make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(&'static str);

impl Key {
    /// The key of a field that a table declares.
    pub(in crate::model) const fn declared(key: &'static str) -> Key {
        Key(key)
    }

    /// The key as text.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl Display for Key {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(self.0)
    }
}

/// A field of a kind of record.
#[derive(Debug)]
pub struct Field {
    /// Chinese key.
    pub key: Key,
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

impl Field {
    /// Returns the kind of the records that it holds; `None` if it holds scalars.
    pub fn record(&self) -> Option<&'static Kind> {
        (self.shape)().record()
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Field) -> bool {
        self.key == other.key
    }
}

impl Eq for Field {}

impl PartialOrd for Field {
    fn partial_cmp(&self, other: &Field) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Field {
    fn cmp(&self, other: &Field) -> Ordering {
        self.key.cmp(&other.key)
    }
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
    key: Positions,
    identity: Positions,
    title: Positions,
    evidence: Positions,
    /// What a record is called in place of a title; empty where it has a title.
    pub called: &'static str,
    /// Whether a book has one alone.
    pub is_single: bool,
    /// Whether it holds nothing but lists of records, each with a key of its own.
    pub is_list: bool,
    /// Whether it is a fact by itself, whose removal is a loss of data.
    pub is_fact: bool,
    /// Whether it is what facts are counted by, not a fact.
    pub is_rule: bool,
    /// The place among the kinds in which changes are told: facts, then rules, then texts.
    pub order: usize,
}

/// Positions of fields in the table of their kind.
type Positions = &'static [usize];

/// What the table of a kind declares after its meaning.
impl Kind {
    /// A kind by its names and meaning, and its fields.
    pub(in crate::model) const fn declared(
        (name, id, meaning): (&'static str, &'static str, &'static str),
        fields: &'static [Field],
    ) -> Kind {
        Kind {
            name,
            id,
            meaning,
            fields,
            key: &[],
            identity: &[],
            title: &[],
            evidence: &[],
            called: "",
            is_single: false,
            is_list: false,
            is_fact: false,
            is_rule: false,
            order: usize::MAX,
        }
    }

    /// The fields by which the rest of the book knows a record.
    pub(in crate::model) const fn key(self, key: Positions) -> Kind {
        Kind { key, ..self }
    }

    /// The fields that tell an item from the others of its list.
    pub(in crate::model) const fn identity(self, identity: Positions) -> Kind {
        Kind { identity, ..self }
    }

    /// The fields that say what a record is called.
    pub(in crate::model) const fn title(self, title: Positions) -> Kind {
        Kind { title, ..self }
    }

    /// What a record is called that has no title.
    pub(in crate::model) const fn called(self, called: &'static str) -> Kind {
        Kind { called, ..self }
    }

    /// The field that holds what proves the record.
    pub(in crate::model) const fn evidence(self, evidence: Positions) -> Kind {
        Kind { evidence, ..self }
    }

    /// A book has one alone.
    pub(in crate::model) const fn single(self) -> Kind {
        Kind { is_single: true, ..self }
    }

    /// It holds nothing but lists of records.
    pub(in crate::model) const fn list(self) -> Kind {
        Kind { is_list: true, ..self }
    }

    /// It is a fact by itself.
    pub(in crate::model) const fn fact(self) -> Kind {
        Kind { is_fact: true, ..self }
    }

    /// It is what facts are counted by.
    pub(in crate::model) const fn rule(self) -> Kind {
        Kind { is_rule: true, ..self }
    }

    /// The place in which its changes are told.
    pub(in crate::model) const fn order(self, order: usize) -> Kind {
        Kind { order, ..self }
    }
}

impl Kind {
    /// Returns the fields by which the rest of the book knows a record.
    pub fn key_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.at(self.key)
    }

    /// Returns the field with the id that somebody gave a record; `None` if it is known otherwise.
    pub fn id_field(&self) -> Option<&'static Field> {
        let is_id = |field: &&Field| matches!((field.shape)(), Shape::Word(word) if word.id == "id");
        self.key_fields().find(is_id)
    }

    /// Returns the fields that tell an item from the others of its list.
    pub fn identity_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.at(if self.identity.is_empty() { self.key } else { self.identity })
    }

    /// Returns the fields that say what a record is called.
    pub fn title_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.at(self.title)
    }

    /// Returns the field that holds what proves the record; `None` if the kind has none.
    pub fn evidence_field(&self) -> Option<&'static Field> {
        self.at(self.evidence).next()
    }

    fn at(&self, positions: Positions) -> impl Iterator<Item = &'static Field> {
        let fields = self.fields;
        positions.iter().map(move |at| &fields[*at])
    }

    /// Returns the field that a text of a file names; `None` if the kind has no such key.
    ///
    /// Code names a field by its record, never by text:
    ///
    /// ```
    /// use tongbao::model::dictionary::{Fields, Record, Route};
    /// use tongbao::model::record::project::{Contract, Project};
    ///
    /// assert_eq!(Fields::<Contract>::signed.key.as_str(), "签订");
    /// let route = Route::<Project>::start().contracts().at(0).signed();
    /// assert_eq!(route.into_steps().len(), 3);
    /// ```
    ///
    /// ```compile_fail
    /// use tongbao::model::dictionary::Step;
    ///
    /// let route = vec![Step::from("合同"), Step::from(0), Step::from("签订")];
    /// ```
    pub fn field_named(&self, text: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key.as_str() == text)
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

impl Shape {
    /// Returns the kind of the records in it; `None` if it holds scalars.
    pub fn record(&self) -> Option<&'static Kind> {
        match self {
            Shape::Record(kind) => Some(kind),
            Shape::List(inner) | Shape::Map(inner) => inner.record(),
            Shape::Word(_) => None,
        }
    }
}
