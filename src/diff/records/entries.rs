//! Access to the content of records by key, and values as one line of text.

use crate::model::dictionary::Field;
use crate::model::dictionary::written::{Entry, Written};

/// Longest text of a value, in characters.
const LONGEST: usize = 120;

/// Returns the entries of a map; empty for anything else.
pub(super) fn entries(written: &Written) -> &[Entry] {
    match written {
        Written::Map { entries, .. } => entries,
        _ => &[],
    }
}

/// Returns the value of a field; `None` if it is not written.
pub(super) fn entry<'a>(entries: &'a [Entry], field: &Field) -> Option<&'a Written> {
    keyed(entries, field.key.as_str())
}

/// Returns the value of a key, given as text.
pub(super) fn keyed<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Written> {
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// Returns a value as one line of text.
pub(super) fn shown(written: &Written) -> String {
    let text = match written {
        Written::Scalar { text, .. } => {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Written::List { items, .. } => {
            items.iter().map(shown).collect::<Vec<_>>().join("、")
        }
        Written::Map { entries, .. } => {
            let pairs = entries
                .iter()
                .map(|entry| format!("{} {}", entry.key, shown(&entry.value)));
            pairs.collect::<Vec<_>>().join("，")
        }
    };
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
