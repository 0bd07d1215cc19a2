//! What can stand in a field: scalars, records, maps of them; and a field itself, required, optional or a list.

use std::collections::BTreeMap;

use crate::model::dictionary::kind::{Field, Kind, Shape};
use crate::model::dictionary::level::Level;
use crate::model::dictionary::reading::Reading;
use crate::model::dictionary::route::Step;
use crate::model::dictionary::word::Leaf;
use crate::model::dictionary::written::{Entry, Written};

/// What is told of every scalar of a record: the route to it, and the scalar.
pub type Visitor<'v, 'a> = &'v mut dyn FnMut(&[Step], Leaf<'a>);

/// What can stand in a field.
///
/// Whether an audience gets one depends on its type alone: a list stays whole or goes whole.
pub trait Value: Sized + Clone {
    /// How it is written.
    fn shape() -> Shape;
    /// Reads it; on a fault notes it and gives nothing.
    fn read(written: &Written, reading: &mut Reading) -> Option<Self>;
    /// Tells a visitor of every scalar in it.
    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>);
    /// The value with the fields above a level taken away; none where nothing may be shown.
    fn redacted_for(&self, _: Level) -> Option<Self> {
        Some(self.clone())
    }
    /// What stands in the place of a required value that may not be seen, where anything can.
    fn blank() -> Option<Self> {
        None
    }
}

/// A kind of record with its table of fields.
pub trait Record: Sized {
    /// The kind.
    const KIND: &'static Kind;
    /// Reads the record; notes every fault of every field.
    fn build(written: &Written, reading: &mut Reading) -> Option<Self>;
}

/// A field of a record: required, optional or a list.
pub trait Member: Sized {
    /// Whether the field must be there.
    const REQUIRED: bool;
    /// What a route comes to in the field.
    type Inner;
    /// How it is written.
    fn shape() -> Shape;
    /// Takes it from a record's entries.
    fn take(
        entries: &[Entry],
        record: &Written,
        kind: &'static Kind,
        field: &'static Field,
        reading: &mut Reading,
    ) -> Option<Self>;
    /// Tells a visitor of every scalar in it.
    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>);
    /// What an audience that may see the field gets of it.
    fn shown(&self, level: Level) -> Option<Self>;
    /// What is left of the field for an audience that may not see it.
    fn hidden() -> Option<Self>;
}

impl<T: Value> Member for T {
    const REQUIRED: bool = true;
    type Inner = T;

    fn shape() -> Shape {
        T::shape()
    }

    fn take(
        entries: &[Entry],
        record: &Written,
        kind: &'static Kind,
        field: &'static Field,
        reading: &mut Reading,
    ) -> Option<T> {
        match find(entries, field) {
            Some(written) if !written.is_blank() => T::read(written, reading),
            _ => {
                reading.missing(record, kind, field);
                None
            }
        }
    }

    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>) {
        Value::visit(self, route, visitor);
    }

    fn shown(&self, level: Level) -> Option<T> {
        self.redacted_for(level)
    }

    fn hidden() -> Option<T> {
        T::blank()
    }
}

impl<T: Value> Member for Option<T> {
    const REQUIRED: bool = false;
    type Inner = T;

    fn shape() -> Shape {
        T::shape()
    }

    fn take(
        entries: &[Entry],
        _: &Written,
        _: &'static Kind,
        field: &'static Field,
        reading: &mut Reading,
    ) -> Option<Option<T>> {
        match find(entries, field) {
            Some(written) if !written.is_blank() => T::read(written, reading).map(Some),
            _ => Some(None),
        }
    }

    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>) {
        if let Some(value) = self {
            value.visit(route, visitor);
        }
    }

    fn shown(&self, level: Level) -> Option<Option<T>> {
        Some(self.as_ref().and_then(|value| value.redacted_for(level)))
    }

    fn hidden() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: Value> Member for Vec<T> {
    const REQUIRED: bool = false;
    type Inner = Vec<T>;

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn take(
        entries: &[Entry],
        _: &Written,
        _: &'static Kind,
        field: &'static Field,
        reading: &mut Reading,
    ) -> Option<Vec<T>> {
        match find(entries, field) {
            Some(written) if !written.is_blank() => {
                let items = reading.items(written)?;
                let read: Vec<Option<T>> =
                    items.iter().map(|item| T::read(item, reading)).collect();
                read.into_iter().collect()
            }
            _ => Some(Vec::new()),
        }
    }

    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>) {
        for (index, value) in self.iter().enumerate() {
            route.push(Step::Index(index));
            value.visit(route, visitor);
            route.pop();
        }
    }

    fn shown(&self, level: Level) -> Option<Vec<T>> {
        Some(self.iter().filter_map(|value| value.redacted_for(level)).collect())
    }

    fn hidden() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<T: Value> Value for BTreeMap<String, Option<T>> {
    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }

    fn read(written: &Written, reading: &mut Reading) -> Option<Self> {
        let Written::Map { entries, .. } = written else {
            reading.expected(written, "“名称: 值”的若干行");
            return None;
        };
        let mut map = BTreeMap::new();
        let mut whole = true;
        for entry in entries {
            if entry.value.is_blank() {
                map.insert(entry.key.clone(), None);
            } else if let Some(value) = T::read(&entry.value, reading) {
                map.insert(entry.key.clone(), Some(value));
            } else {
                whole = false;
            }
        }
        whole.then_some(map)
    }

    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>) {
        for (name, value) in self {
            if let Some(value) = value {
                route.push(Step::Name(name.clone()));
                value.visit(route, visitor);
                route.pop();
            }
        }
    }

    fn redacted_for(&self, level: Level) -> Option<Self> {
        let seen = |value: &Option<T>| {
            value.as_ref().and_then(|value| value.redacted_for(level))
        };
        Some(self.iter().map(|(key, value)| (key.clone(), seen(value))).collect())
    }

    fn blank() -> Option<Self> {
        Some(BTreeMap::new())
    }
}

fn find<'a>(entries: &'a [Entry], field: &Field) -> Option<&'a Written> {
    let key = field.key.as_str();
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// Makes scalars usable as field values.
macro_rules! word_value {
    ($($name:ty),+ $(,)?) => {$(
        impl $crate::model::dictionary::value::Value for $name {
            fn shape() -> $crate::model::dictionary::kind::Shape {
                $crate::model::dictionary::kind::Shape::Word(
                    <$name as $crate::model::dictionary::word::Word>::SHAPE,
                )
            }
            fn read(
                written: &$crate::model::dictionary::written::Written,
                reading: &mut $crate::model::dictionary::reading::Reading,
            ) -> Option<Self> {
                reading.word(written)
            }
            fn visit<'a>(
                &'a self,
                route: &mut Vec<$crate::model::dictionary::route::Step>,
                visitor: $crate::model::dictionary::value::Visitor<'_, 'a>,
            ) {
                visitor(route, $crate::model::dictionary::word::Word::leaf(self));
            }
            fn blank() -> Option<Self> {
                <$name as $crate::model::dictionary::word::Word>::blank()
            }
        }
    )+};
}
pub(crate) use word_value;

word_value!(Level, String);
