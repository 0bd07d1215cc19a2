//! Access to the content of records by key, and values as one line of text.

use crate::model::dictionary::written::{Entry, Written};
use crate::model::dictionary::{Field, Word};
use crate::model::value::quantity::{Base, Quantity};
use crate::words::number::signed;

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

/// Returns whether two amounts are equal, and their difference in the unit after; `None` for other
/// values.
pub(super) fn amounts(before: &Written, after: &Written) -> Option<(bool, String)> {
    let read = |written: &Written| match written {
        Written::Scalar { text, .. } => Quantity::parse(text).ok(),
        _ => None,
    };
    let (old, new) = (read(before)?, read(after)?);
    let difference = new.amount().checked_sub(old.in_base(new.unit.base)?)?;
    let number = new.unit.of_base(difference)?;
    let unit = if new.unit.base == Base::Share { "个百分点" } else { new.unit.word };
    Some((difference.is_zero(), format!("{}{unit}", signed(number))))
}
