//! What the entries of a record are called.

use crate::figures::facts::entry::Entry;
use crate::model::dictionary::{Field, Step};

/// What an entry is called: `到位资金`, of a list with its number.
pub(super) fn name(entry: Entry) -> String {
    let mut steps = entry.steps();
    let name = match steps.next() {
        Some(Step::Field(field)) => field.key.to_string(),
        _ => String::new(),
    };
    match steps.next() {
        Some(Step::Index(at)) => format!("{name}第{}条", at + 1),
        _ => name,
    }
}

/// The list or field of an entry, and its number in the list.
pub(super) fn position(entry: Entry) -> Option<(&'static Field, Option<usize>)> {
    let mut steps = entry.steps();
    let Some(Step::Field(field)) = steps.next() else { return None };
    let at = match steps.next() {
        Some(Step::Index(at)) => Some(at),
        _ => None,
    };
    Some((field, at))
}
