//! Where the parts of a record stand, as far as its layout is a usual one.

use std::collections::BTreeMap;

use crate::model::dictionary::written::Written;

/// The places of a record's parts, by bytes.
#[derive(Default)]
pub(super) struct Places {
    /// Where entries and items of blocks begin, in order.
    pub(super) starts: Vec<usize>,
    /// Where the last word on a line ends, by the byte at which the line begins.
    pub(super) ends: BTreeMap<usize, usize>,
}

/// Returns the places; `None` if something stands over several lines that is no block.
pub(super) fn places(text: &str, written: &Written) -> Option<Places> {
    let mut places = Places::default();
    places.block(text, written)?;
    places.starts.sort_unstable();
    places.starts.dedup();
    Some(places)
}

/// Returns whether something is written in brackets.
pub(super) fn is_flow(text: &str, written: &Written) -> bool {
    let first = text.as_bytes().get(written.span().start as usize);
    match written {
        Written::List { .. } => first == Some(&b'['),
        Written::Map { .. } => first == Some(&b'{'),
        Written::Scalar { .. } => true,
    }
}

/// Returns where the line of a byte begins.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

impl Places {
    fn block(&mut self, text: &str, written: &Written) -> Option<()> {
        if is_flow(text, written) {
            return self.word(text, written);
        }
        match written {
            Written::Map { entries, .. } => entries.iter().try_for_each(|entry| {
                self.starts.push(entry.key_span.start as usize);
                self.ends_at(text, entry.key_span.end as usize);
                self.block(text, &entry.value)
            }),
            Written::List { items, .. } => items.iter().try_for_each(|item| {
                self.starts.push(item.head().start as usize);
                // A list right inside a list has no layout here.
                let is_nested =
                    matches!(item, Written::List { .. }) && !is_flow(text, item);
                if is_nested { None } else { self.block(text, item) }
            }),
            Written::Scalar { .. } => None,
        }
    }

    /// Something on one line: a value, or what stands in brackets.
    fn word(&mut self, text: &str, written: &Written) -> Option<()> {
        let range = written.span().range();
        let typed = text.get(range.clone())?;
        let is_block =
            matches!(written, Written::Scalar { .. }) && typed.starts_with(['|', '>']);
        if typed.contains('\n') || is_block {
            return None;
        }
        self.ends_at(text, range.end);
        Some(())
    }

    fn ends_at(&mut self, text: &str, end: usize) {
        let last = self.ends.entry(line_of(text, end)).or_default();
        *last = (*last).max(end);
    }
}
