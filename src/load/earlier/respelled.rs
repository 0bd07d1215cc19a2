//! Keys and words that are called otherwise now.

use crate::model::dictionary::written::{Entry, Span, Written};

/// A word that is called otherwise.
struct Word {
    /// Start of the path of the files that have it.
    folder: &'static str,
    /// The key that is called otherwise, or whose value is.
    key: &'static str,
    /// The value that is called otherwise; `None` for the key itself, which stands at the top.
    value: Option<&'static str>,
    /// What it is called now.
    now: &'static str,
}

/// All of them, with the version that had them last: 0.1.0.
const WORDS: &[Word] = &[
    Word { folder: "editions/", key: "附件", value: None, now: "附表" },
    Word { folder: "plans/", key: "看", value: Some("差额"), now: "欠账" },
];

/// Returns the part of a file that is YAML with the words of now; `None` if there are no others.
pub(super) fn renewed(path: &str, part: &str, written: &Written) -> Option<String> {
    let mut places = Vec::new();
    for word in WORDS.iter().filter(|word| path.starts_with(word.folder)) {
        word.places(written, true, &mut places);
    }
    if places.is_empty() {
        return None;
    }
    places.sort_by_key(|(span, _)| span.start);
    let mut renewed = String::new();
    let mut at = 0;
    for (span, now) in places {
        renewed.push_str(&part[at..span.start as usize]);
        renewed.push_str(now);
        at = span.end as usize;
    }
    renewed.push_str(&part[at..]);
    Some(renewed)
}

impl Word {
    /// Collects the places where it stands.
    fn places(
        &self,
        written: &Written,
        is_top: bool,
        places: &mut Vec<(Span, &'static str)>,
    ) {
        match written {
            Written::Scalar { .. } => {}
            Written::List { items, .. } => {
                items.iter().for_each(|item| self.places(item, false, places));
            }
            Written::Map { entries, .. } => {
                for entry in entries {
                    places.extend(self.place(entry, is_top).map(|span| (span, self.now)));
                    self.places(&entry.value, false, places);
                }
            }
        }
    }

    fn place(&self, entry: &Entry, is_top: bool) -> Option<Span> {
        let is_called = entry.key == self.key;
        match (self.value, &entry.value) {
            (None, _) => (is_called && is_top).then_some(entry.key_span),
            (Some(value), Written::Scalar { text, span, .. }) => {
                (is_called && text == value).then_some(*span)
            }
            (Some(_), _) => None,
        }
    }
}
