//! The content of a data file before it has a meaning: scalars, lists and maps with their places.

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
    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Returns whether the span is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns a part of the span, by bytes counted from its start.
    pub fn part(self, range: &Range<usize>) -> Span {
        let at = |offset: usize| self.start + offset.min(self.len()) as u32;
        Span { start: at(range.start), end: at(range.end) }
    }

    /// Returns the span as a range for indexing.
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
        /// Text without quotes and folding.
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
    /// Returns the place in the file.
    pub fn span(&self) -> Span {
        match self {
            Written::Scalar { span, .. }
            | Written::List { span, .. }
            | Written::Map { span, .. } => *span,
        }
    }

    /// Returns the place to point a reader at: for a map, its first key.
    pub fn head(&self) -> Span {
        match self {
            Written::Map { entries, span } => {
                entries.first().map_or(*span, |entry| entry.key_span)
            }
            Written::List { items, span } => items.first().map_or(*span, Written::head),
            Written::Scalar { span, .. } => *span,
        }
    }

    /// Returns whether nothing is written after the key.
    pub fn is_blank(&self) -> bool {
        matches!(self, Written::Scalar { text, style: Style::Plain, .. } if text.is_empty())
    }

    /// Returns the word for this form in a message.
    pub fn label(&self) -> &'static str {
        match self {
            Written::Scalar { .. } => "一个值",
            Written::List { .. } => "一个列表",
            Written::Map { .. } => "若干“键: 值”",
        }
    }

    /// Returns the part at a route, with the span of its key if it has one; `None` if the route
    /// leads nowhere.
    pub fn at(&self, route: &[Step]) -> Option<(Option<Span>, &Written)> {
        let mut place = (None, self);
        for step in route {
            place = match (step, place.1) {
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
        Some(place)
    }
}

fn keyed<'a>(entries: &'a [Entry], key: &str) -> Option<(Option<Span>, &'a Written)> {
    let entry = entries.iter().find(|entry| entry.key == key)?;
    Some((Some(entry.key_span), &entry.value))
}
