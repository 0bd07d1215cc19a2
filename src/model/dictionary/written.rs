//! What stands in a data file, before it means anything: scalars, lists and maps with their places.

use std::ops::Range;

use crate::model::dictionary::route::Step;

/// A range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Span {
    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// A part of it, by bytes counted from its start.
    pub fn part(self, range: &Range<usize>) -> Span {
        let at = |offset: usize| self.start + offset.min(self.len()) as u32;
        Span { start: at(range.start), end: at(range.end) }
    }

    /// As a range of an index.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In quotes, or as a block.
    Quoted,
}

/// What is written: a scalar, a list or a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A scalar.
    Scalar {
        /// Text after quotes and folding are taken off.
        text: String,
        /// How it is written.
        style: Style,
        /// Place.
        span: Span,
    },
    /// A list.
    List {
        /// Items.
        items: Vec<Written>,
        /// Place.
        span: Span,
    },
    /// A map.
    Map {
        /// Entries in the order written.
        entries: Vec<Entry>,
        /// Place.
        span: Span,
    },
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Key.
    pub key: String,
    /// Place of the key.
    pub key_span: Span,
    /// Value.
    pub value: Written,
}

impl Written {
    /// Place in the file.
    pub fn span(&self) -> Span {
        match self {
            Written::Scalar { span, .. }
            | Written::List { span, .. }
            | Written::Map { span, .. } => *span,
        }
    }

    /// The first thing in it that a reader sees: the first key of a map.
    pub fn head(&self) -> Span {
        match self {
            Written::Map { entries, span } => {
                entries.first().map_or(*span, |entry| entry.key_span)
            }
            Written::List { items, span } => items.first().map_or(*span, Written::head),
            Written::Scalar { span, .. } => *span,
        }
    }

    /// Whether nothing is written after the key.
    pub fn is_blank(&self) -> bool {
        matches!(self, Written::Scalar { text, style: Style::Plain, .. } if text.is_empty())
    }

    /// What it is called in a message.
    pub fn label(&self) -> &'static str {
        match self {
            Written::Scalar { .. } => "一个值",
            Written::List { .. } => "一个列表",
            Written::Map { .. } => "若干“键: 值”",
        }
    }

    /// The part at a route, with the span of its key where it has one.
    pub fn at(&self, route: &[Step]) -> Option<(Option<Span>, &Written)> {
        let mut found = (None, self);
        for step in route {
            found = match (step, found.1) {
                (Step::Field(field), Written::Map { entries, .. }) => {
                    keyed(entries, field.key.as_str())?
                }
                (Step::Name(name), Written::Map { entries, .. }) => keyed(entries, name)?,
                (Step::Index(index), Written::List { items, .. }) => {
                    (None, items.get(*index)?)
                }
                _ => return None,
            };
        }
        Some(found)
    }
}

fn keyed<'a>(entries: &'a [Entry], key: &str) -> Option<(Option<Span>, &'a Written)> {
    let entry = entries.iter().find(|entry| entry.key == key)?;
    Some((Some(entry.key_span), &entry.value))
}
