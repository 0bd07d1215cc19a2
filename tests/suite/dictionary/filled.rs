//! Records with every field of their kinds filled, made from the tables of the dictionary.

use serde_yaml::{Mapping, Value};
use tongbao::load::slots::SLOTS;
use tongbao::model::dictionary::{Field, Kind, Shape, WordShape};

/// A scalar that is asked for.
pub(super) struct Spot<'a> {
    /// Kind of the record that it stands in.
    pub(super) kind: &'static Kind,
    /// Field that it stands in.
    pub(super) field: &'static Field,
    /// How it is written.
    pub(super) shape: &'a WordShape,
    /// Number of the record among all that are made.
    pub(super) record: usize,
}

/// Makes records whose scalars are as a caller likes them.
pub(super) struct Filler<'a> {
    /// How many items each list has.
    pub(super) items: usize,
    /// Makes a scalar.
    pub(super) word: &'a mut dyn FnMut(&Spot) -> Value,
    records: usize,
}

impl Filler<'_> {
    pub(super) fn new(items: usize, word: &mut dyn FnMut(&Spot) -> Value) -> Filler<'_> {
        Filler { items, word, records: 0 }
    }

    /// A record with every field.
    pub(super) fn record(&mut self, kind: &'static Kind) -> Mapping {
        self.records += 1;
        let record = self.records;
        let fields = kind.fields.iter().map(|field| {
            let value = self.value((kind, field, record), &field.shape);
            (Value::from(field.key.as_str()), value)
        });
        fields.collect()
    }

    fn value(
        &mut self,
        (kind, field, record): (&'static Kind, &'static Field, usize),
        shape: &Shape,
    ) -> Value {
        match shape {
            Shape::Word(shape) => (self.word)(&Spot { kind, field, shape, record }),
            Shape::Record(kind) => Value::Mapping(self.record(kind)),
            Shape::List(inner) => {
                let items = 0..self.items;
                let value = |_| self.value((kind, field, record), inner);
                Value::Sequence(items.map(value).collect())
            }
            Shape::Map(_) => example(field),
        }
    }
}

/// The example of a field; of a list of scalars, its first item.
pub(super) fn example(field: &Field) -> Value {
    let value: Value = serde_yaml::from_str(field.example).unwrap();
    match value {
        Value::Sequence(items) => items.into_iter().next().unwrap_or(Value::Null),
        value => value,
    }
}

/// The path of a file of a kind, in the minimal book where that has one.
pub(super) fn path(kind: &Kind) -> String {
    let slot =
        SLOTS.iter().find(|slot| slot.kind.is_some_and(|other| other.id == kind.id));
    let id = match kind.id {
        "plan" => "plan-2023",
        "activity" => "hd-1",
        _ => "xm-1",
    };
    let path = slot.unwrap().path.replace("<编号>", id).replace("<年份>", "2023");
    path.replace("<月份>", "2023-06").replace("<期>", "2023-06")
}

/// A record as a file.
pub(super) fn written(kind: &Kind, record: &Mapping) -> String {
    let text = serde_yaml::to_string(record).unwrap();
    if path(kind).ends_with(".md") { format!("---\n{text}---\n") } else { text }
}
