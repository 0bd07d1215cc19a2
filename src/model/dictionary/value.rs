//! What a field can hold: scalars, records and maps, each required, optional or in a list.

use std::collections::BTreeMap;

use crate::model::dictionary::choices::word_value;
use crate::model::dictionary::kind::{Field, Kind, Shape};
use crate::model::dictionary::level::Level;
use crate::model::dictionary::packing::{Packer, Unpacker};
use crate::model::dictionary::reading::Reading;
use crate::model::dictionary::route::Step;
use crate::model::dictionary::word::Leaf;
use crate::model::dictionary::written::{Entry, Written};

/// Callback for every scalar of a record: the route to it, and the scalar.
pub type Visitor<'v, 'a> = &'v mut dyn FnMut(&[Step], Leaf<'a>);

/// A type that a field can hold.
///
/// Whether an audience gets a value depends on its type alone, so that a list is never shown in
/// part.
pub trait Value: Sized + Clone {
    /// How the value is written.
    const FORM: Shape;
    /// Reads the value; `None` after noting a fault.
    fn read(written: &Written, reading: &mut Reading) -> Option<Self>;
    /// Calls a visitor for every scalar of the value.
    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>);
    /// Returns the value without the fields above a level; `None` if nothing may be shown.
    fn redacted_for(&self, _: Level) -> Option<Self> {
        Some(self.clone())
    }
    /// Returns the value that stands in for a required one above the level; `None` if the type has
    /// none.
    fn blank() -> Option<Self> {
        None
    }
    /// Adds the value to a packed record.
    fn pack(&self, packer: &mut Packer);
    /// Takes the value from a packed record; `None` if there is no such value.
    fn unpack(unpacker: &mut Unpacker) -> Option<Self>;
}

/// A kind of record with its table of fields.
pub trait Record: Sized {
    /// The kind.
    const KIND: &'static Kind;
    /// Reads the record, and notes every fault of every field; `None` if a field cannot be used.
    fn build(written: &Written, reading: &mut Reading) -> Option<Self>;
}

/// A field of a record: required, optional or a list.
pub trait Member: Sized {
    /// Whether the field must be present.
    const REQUIRED: bool;
    /// The type that a route into the field leads to.
    type Inner;
    /// How the field is written.
    const FORM: Shape;
    /// Reads the field from the entries of its record.
    fn take(
        entries: &[Entry],
        record: &Written,
        kind: &'static Kind,
        field: &'static Field,
        reading: &mut Reading,
    ) -> Option<Self>;
    /// Calls a visitor for every scalar of the field.
    fn visit<'a>(&'a self, route: &mut Vec<Step>, visitor: Visitor<'_, 'a>);
    /// Returns what an audience that may see the field gets of it.
    fn shown(&self, level: Level) -> Option<Self>;
    /// Returns what stands in the field for an audience that may not see it; `None` if nothing can.
    fn hidden() -> Option<Self>;
    /// Adds the field to a packed record.
    fn pack(&self, packer: &mut Packer);
    /// Takes the field from a packed record; `None` if there is no such field.
    fn unpack(unpacker: &mut Unpacker) -> Option<Self>;
}

impl<T: Value> Member for T {
    const REQUIRED: bool = true;
    type Inner = T;

    const FORM: Shape = T::FORM;

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

    fn pack(&self, packer: &mut Packer) {
        Value::pack(self, packer);
    }

    fn unpack(unpacker: &mut Unpacker) -> Option<T> {
        Value::unpack(unpacker)
    }
}

impl<T: Value> Member for Option<T> {
    const REQUIRED: bool = false;
    type Inner = T;

    const FORM: Shape = T::FORM;

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

    fn pack(&self, packer: &mut Packer) {
        packer.count(usize::from(self.is_some()));
        if let Some(value) = self {
            value.pack(packer);
        }
    }

    fn unpack(unpacker: &mut Unpacker) -> Option<Option<T>> {
        match unpacker.count()? {
            0 => Some(None),
            1 => T::unpack(unpacker).map(Some),
            _ => None,
        }
    }
}

impl<T: Value> Member for Vec<T> {
    const REQUIRED: bool = false;
    type Inner = Vec<T>;

    const FORM: Shape = Shape::List(&T::FORM);

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
                if T::FORM.record().is_some_and(|kind| kind.is_change) {
                    reading.bound_changes(written, items)?;
                }
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

    fn pack(&self, packer: &mut Packer) {
        packer.count(self.len());
        self.iter().for_each(|value| value.pack(packer));
    }

    fn unpack(unpacker: &mut Unpacker) -> Option<Vec<T>> {
        (0..unpacker.count()?).map(|_| T::unpack(unpacker)).collect()
    }
}

impl<T: Value> Value for BTreeMap<String, Option<T>> {
    const FORM: Shape = Shape::Map(&T::FORM);

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
        let redacted = self.iter().map(|(key, value)| {
            let value = value.as_ref().and_then(|value| value.redacted_for(level));
            (key.clone(), value)
        });
        Some(redacted.collect())
    }

    fn blank() -> Option<Self> {
        Some(BTreeMap::new())
    }

    fn pack(&self, packer: &mut Packer) {
        packer.count(self.len());
        for (name, value) in self {
            packer.text(name);
            Member::pack(value, packer);
        }
    }

    fn unpack(unpacker: &mut Unpacker) -> Option<Self> {
        let count = unpacker.count()?;
        let entry = |_| Some((unpacker.text()?.to_owned(), Member::unpack(unpacker)?));
        (0..count).map(entry).collect()
    }
}

pub(super) fn find<'a>(entries: &'a [Entry], field: &Field) -> Option<&'a Written> {
    let key = field.key.as_str();
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

word_value!(Level, String);
