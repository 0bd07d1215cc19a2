//! Losses that are none: of what had ended, was withdrawn, or stands in another record that says so.

use crate::diff::records::entries::{entries, entry, shown};
use crate::diff::records::fields::keeps_facts;
use crate::diff::records::life::{is_withdrawn, told};
use crate::model::dictionary::written::Written;
use crate::model::dictionary::{Kind, Record, Shape};
use crate::model::record::project::Stopped;

/// Returns why a record may be gone: it had ended or was withdrawn. `None` if it had not.
pub(super) fn ended(kind: &Kind, record: &Written) -> Option<String> {
    if is_withdrawn(kind, record) {
        return Some("原已作废".to_owned());
    }
    let own = entries(record);
    let ends = kind.fields.iter().filter_map(|field| {
        let Shape::Record(inner) = field.shape else { return None };
        let end = entry(own, field)?;
        let is_end = inner.id == Stopped::KIND.id && !is_withdrawn(inner, end);
        is_end.then(|| told(inner, end)).flatten()
    });
    ends.map(|end| format!("原已终止（{end}）")).next()
}

/// Returns whether a record says that it is what another was: it names its id in words of its own, and
/// has all facts that the other had.
pub(super) fn is_twin(kind: &Kind, (id, gone): (&str, &Written), left: &Written) -> bool {
    let words = kind
        .fields
        .iter()
        .filter(|field| matches!(field.shape, Shape::Word(word) if word.id == "text"));
    let mut words = words.filter_map(|field| entry(entries(left), field));
    words.any(|word| names(&shown(word), id)) && keeps_facts(kind, gone, left)
}

/// Returns whether a text has an id that is not a part of a longer one.
fn names(text: &str, id: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    text.match_indices(id).any(|(at, _)| {
        !text[..at].ends_with(is_part) && !text[at + id.len()..].starts_with(is_part)
    })
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn an_id_is_not_named_by_a_longer_one() {
        assert!(names("与ws-2023-017重复", "ws-2023-017"));
        assert!(!names("与ws-2023-0171重复", "ws-2023-017"));
        assert!(!names("见xws-2023-017", "ws-2023-017"));
    }
}
