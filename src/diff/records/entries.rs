//! What stands under the keys of a record as it is written, and a value in one line.

use crate::model::dictionary::Field;
use crate::model::dictionary::written::{Entry, Written};

/// Longest text of a value that is shown.
const LONGEST: usize = 120;

/// The entries of a map; none of anything else.
pub(super) fn entries(written: &Written) -> &[Entry] {
    match written {
        Written::Map { entries, .. } => entries,
        _ => &[],
    }
}

/// The value of a field.
pub(super) fn entry<'a>(entries: &'a [Entry], field: &Field) -> Option<&'a Written> {
    keyed(entries, field.key.as_str())
}

/// The value of a key as a file has it.
pub(super) fn keyed<'a>(entries: &'a [Entry], key: &str) -> Option<&'a Written> {
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}

/// A value in one line.
pub(super) fn shown(written: &Written) -> String {
    let text = match written {
        Written::Scalar { text, .. } => {
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        }
        Written::List { items, .. } => {
            items.iter().map(shown).collect::<Vec<_>>().join("、")
        }
        Written::Map { entries, .. } => {
            let pair = |entry: &Entry| format!("{} {}", entry.key, shown(&entry.value));
            entries.iter().map(pair).collect::<Vec<_>>().join("，")
        }
    };
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}
