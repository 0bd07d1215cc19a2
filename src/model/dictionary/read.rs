//! Reads records from what is written, collecting every fault with its place.

use std::collections::BTreeMap;

use crate::model::dictionary::word::nearest;
use crate::model::dictionary::written::{Entry, Span, Style, Written};
use crate::model::dictionary::{Field, Kind, Level, Shape, Word, WordError};

/// A fault of the reading: its place in the file and what is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Code of the finding.
    pub code: &'static str,
    /// Place in the file.
    pub span: Span,
    /// What is wrong.
    pub problem: String,
    /// What to do.
    pub help: String,
    /// A second place that belongs to it, with its label.
    pub other: Option<(Span, &'static str)>,
}

/// What can stand in a field.
///
/// Whether an audience gets one depends on its type alone: a list stays whole or goes whole.
pub trait Value: Sized + Clone {
    /// How it is written.
    fn shape() -> Shape;
    /// Reads it; on a fault notes it and gives nothing.
    fn read(written: &Written, reading: &mut Reading) -> Option<Self>;
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
    /// How it is written.
    fn shape() -> Shape;
    /// Takes it from a record's entries.
    fn take(
        entries: &[Entry],
        record: &Written,
        kind: &'static Kind,
        key: &'static str,
        reading: &mut Reading,
    ) -> Option<Self>;
    /// What an audience that may see the field gets of it.
    fn shown(&self, level: Level) -> Option<Self>;
    /// What is left of the field for an audience that may not see it.
    fn hidden() -> Option<Self>;
}

impl<T: Value> Member for T {
    const REQUIRED: bool = true;

    fn shape() -> Shape {
        T::shape()
    }

    fn take(
        entries: &[Entry],
        record: &Written,
        kind: &'static Kind,
        key: &'static str,
        reading: &mut Reading,
    ) -> Option<T> {
        match find(entries, key) {
            Some(written) if !written.is_blank() => T::read(written, reading),
            _ => {
                reading.missing(record, kind, key);
                None
            }
        }
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

    fn shape() -> Shape {
        T::shape()
    }

    fn take(
        entries: &[Entry],
        _: &Written,
        _: &'static Kind,
        key: &'static str,
        reading: &mut Reading,
    ) -> Option<Option<T>> {
        match find(entries, key) {
            Some(written) if !written.is_blank() => T::read(written, reading).map(Some),
            _ => Some(None),
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

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn take(
        entries: &[Entry],
        _: &Written,
        _: &'static Kind,
        key: &'static str,
        reading: &mut Reading,
    ) -> Option<Vec<T>> {
        match find(entries, key) {
            Some(written) if !written.is_blank() => {
                let items = reading.items(written)?;
                let read: Vec<Option<T>> =
                    items.iter().map(|item| T::read(item, reading)).collect();
                read.into_iter().collect()
            }
            _ => Some(Vec::new()),
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

fn find<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Written> {
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// Collects the faults of one file while its record is read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The faults so far.
    pub faults: Vec<Fault>,
}

impl Reading {
    /// Reads a scalar.
    pub fn word<T: Word>(&mut self, written: &Written) -> Option<T> {
        let Written::Scalar { text, span, style } = written else {
            self.expected(
                written,
                &format!("一个{}（{}）", T::SHAPE.name, T::SHAPE.form),
            );
            return None;
        };
        match T::parse(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.bad_word(error, text, *span, *style);
                None
            }
        }
    }

    /// The items of a list.
    pub fn items<'a>(&mut self, written: &'a Written) -> Option<&'a [Written]> {
        if let Written::List { items, .. } = written {
            return Some(items);
        }
        self.expected(written, "一个列表（每项前加“- ”，或写成 [甲, 乙]）");
        None
    }

    /// The entries of a record, after noting unknown keys.
    pub fn entries<'a>(
        &mut self,
        written: &'a Written,
        kind: &'static Kind,
    ) -> Option<&'a [Entry]> {
        let Written::Map { entries, .. } = written else {
            self.expected(written, &format!("{}的若干行“键: 值”", kind.name));
            return None;
        };
        // A file with more unknown keys than that is no record; likening them all takes long.
        let unknown = entries.iter().filter(|entry| kind.field(&entry.key).is_none());
        for entry in unknown.take(1000) {
            self.unknown_key(entry, kind);
        }
        Some(entries)
    }

    /// Notes a fault.
    pub fn fault(
        &mut self,
        code: &'static str,
        span: Span,
        problem: impl Into<String>,
        help: impl Into<String>,
    ) {
        let (problem, help) = (problem.into(), help.into());
        self.faults.push(Fault { code, span, problem, help, other: None });
    }

    /// Notes that something else stands where a value was expected.
    pub fn expected(&mut self, written: &Written, what: &str) {
        let problem = format!("这里应是{what}，却写了{}", written.label());
        self.fault("wrong-shape", written.span(), problem, format!("改为{what}"));
    }

    fn missing(&mut self, record: &Written, kind: &'static Kind, key: &'static str) {
        let field = kind.field(key).expect("a field is in its own kind");
        let problem = format!("{}缺少“{key}”", kind.name);
        let help = format!("补上：{key}: {}（{}）", field.example, field.meaning);
        self.fault("missing-key", record.head(), problem, help);
    }

    fn unknown_key(&mut self, entry: &Entry, kind: &'static Kind) {
        let keys = || kind.fields.iter().map(|field: &Field| field.key);
        let help = match nearest(&entry.key, keys()) {
            Some(near) => format!("是否应为“{near}”？"),
            None => format!(
                "{}可用的键：{}",
                kind.name,
                keys().collect::<Vec<_>>().join("、")
            ),
        };
        let problem = format!("{}没有“{}”这个键", kind.name, entry.key);
        self.fault("unknown-key", entry.key_span, problem, help);
    }

    fn bad_word(&mut self, error: WordError, text: &str, span: Span, style: Style) {
        let verbatim = style == Style::Plain && span.len() == text.len();
        let span = if verbatim { span.part(&error.at) } else { span };
        self.fault(error.code, span, error.problem, error.help);
    }
}
