//! A kind of record as its table of fields: their keys, meanings, levels and shapes.

use std::cmp::Ordering;
use std::fmt::{Display, Formatter};
use std::hash::{Hash, Hasher};

use crate::model::dictionary::level::Level;
use crate::model::dictionary::word::WordShape;

/// Key of a field as the clerk writes it. Only the tables of records can make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(&'static str);

impl Key {
    /// Makes the key of a field; called by the tables only.
    pub(in crate::model) const fn declared(key: &'static str) -> Key {
        Key(key)
    }

    /// Returns the key as text.
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
    /// Requirement or clause that asks for the field; empty if it is our own.
    pub source: &'static str,
    /// Who may see it.
    pub level: Level,
    /// Whether the field is required.
    pub required: bool,
    /// What can be written in the field.
    pub shape: Shape,
}

impl Field {
    /// Returns the kind of the records that it holds; `None` if it holds scalars.
    pub fn record(&self) -> Option<&'static Kind> {
        self.shape.record()
    }
}

impl PartialEq for Field {
    fn eq(&self, other: &Field) -> bool {
        self.key == other.key
    }
}

impl Hash for Field {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key.hash(state);
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
    day: Positions,
    /// What to call a record that has no title; empty if every record has one.
    pub called: &'static str,
    /// Whether a book has exactly one record of this kind.
    pub is_single: bool,
    /// Whether the record holds nothing but lists of records with keys of their own.
    pub is_list: bool,
    /// Whether a record is a fact by itself, so that deleting it loses data.
    pub is_fact: bool,
    /// Whether a record is a rule by which facts are counted.
    pub is_rule: bool,
    /// Whether a record says what becomes of the record that it stands in.
    pub is_change: bool,
    /// Position of the kind in a list of changes: facts first, then rules, then texts.
    pub order: usize,
}

/// Positions of fields in the table of their kind.
type Positions = &'static [usize];

/// The declarations that can follow the meaning of a kind in its table.
impl Kind {
    /// Makes a kind from its names, its meaning and its fields.
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
            day: &[],
            called: "",
            is_single: false,
            is_list: false,
            is_fact: false,
            is_rule: false,
            is_change: false,
            order: usize::MAX,
        }
    }

    /// Declares the fields by which other records refer to a record.
    pub(in crate::model) const fn key(self, key: Positions) -> Kind {
        Kind { key, ..self }
    }

    /// Declares the fields that distinguish an item from the others of its list.
    pub(in crate::model) const fn identity(self, identity: Positions) -> Kind {
        Kind { identity, ..self }
    }

    /// Declares the fields that make up the title of a record.
    pub(in crate::model) const fn title(self, title: Positions) -> Kind {
        Kind { title, ..self }
    }

    /// Declares the field that says when what is recorded happened.
    pub(in crate::model) const fn day(self, day: Positions) -> Kind {
        Kind { day, ..self }
    }

    /// Declares what to call a record that has no title.
    pub(in crate::model) const fn called(self, called: &'static str) -> Kind {
        Kind { called, ..self }
    }

    /// Declares the field that holds the evidence of the record.
    pub(in crate::model) const fn evidence(self, evidence: Positions) -> Kind {
        Kind { evidence, ..self }
    }

    /// Declares that a book has exactly one record of this kind.
    pub(in crate::model) const fn single(self) -> Kind {
        Kind { is_single: true, ..self }
    }

    /// Declares that the record holds nothing but lists of records.
    pub(in crate::model) const fn list(self) -> Kind {
        Kind { is_list: true, ..self }
    }

    /// Declares that a record is a fact by itself.
    pub(in crate::model) const fn fact(self) -> Kind {
        Kind { is_fact: true, ..self }
    }

    /// Declares that a record is a rule by which facts are counted.
    pub(in crate::model) const fn rule(self) -> Kind {
        Kind { is_rule: true, ..self }
    }

    /// Declares that a record says what becomes of the one that it stands in.
    pub(in crate::model) const fn change(self) -> Kind {
        Kind { is_change: true, ..self }
    }

    /// Declares the position of the kind in a list of changes.
    pub(in crate::model) const fn order(self, order: usize) -> Kind {
        Kind { order, ..self }
    }
}

impl Kind {
    /// Returns the fields by which other records refer to a record.
    pub fn key_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.at(self.key)
    }

    /// Returns the field that holds the id of a record; `None` if the kind has no id.
    pub fn id_field(&self) -> Option<&'static Field> {
        self.key_fields()
            .find(|field| matches!(field.shape, Shape::Word(word) if word.id == "id"))
    }

    /// Returns the fields that distinguish an item from the others of its list.
    pub fn identity_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.at(if self.identity.is_empty() { self.key } else { self.identity })
    }

    /// Returns the fields that make up the title of a record.
    pub fn title_fields(&self) -> impl Iterator<Item = &'static Field> {
        self.at(self.title)
    }

    /// Returns the field that holds the evidence of the record; `None` if the kind has none.
    pub fn evidence_field(&self) -> Option<&'static Field> {
        self.at(self.evidence).next()
    }

    /// Returns the field that says when what is recorded happened; `None` if nothing happens on a day.
    pub fn day_field(&self) -> Option<&'static Field> {
        self.at(self.day).next()
    }

    fn at(&self, positions: Positions) -> impl Iterator<Item = &'static Field> {
        let fields = self.fields;
        positions.iter().map(move |at| &fields[*at])
    }

    /// Returns the field with a key, given as text; `None` if the kind has no such key.
    ///
    /// Code refers to a field through its record, never by text:
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

    /// Returns the level that may see all required fields, and so know that such a record exists.
    pub fn level(&self) -> Level {
        let required = self.fields.iter().filter(|field| field.required);
        required.map(|field| field.level).max().unwrap_or(Level::Public)
    }
}

/// What can be written in a field.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One scalar.
    Word(&'static WordShape),
    /// A list whose items have one shape.
    List(&'static Shape),
    /// A record inside the record.
    Record(&'static Kind),
    /// A map from free keys, such as names of indicators, to values of one shape.
    Map(&'static Shape),
}

impl Shape {
    /// Returns the kind of the records inside; `None` if there are only scalars.
    pub fn record(&self) -> Option<&'static Kind> {
        match self {
            Shape::Record(kind) => Some(kind),
            Shape::List(inner) | Shape::Map(inner) => inner.record(),
            Shape::Word(_) => None,
        }
    }
}
