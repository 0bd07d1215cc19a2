//! What may have been edited, with the line that says the same honestly.

use std::collections::BTreeSet;

use crate::check::moved::entry::Entry;
use crate::diagnostic::Place;
use crate::figures::facts::fact::RecordAt;

/// What may have been edited so that released figures moved.
#[derive(Clone, Debug)]
pub(crate) struct Hint {
    /// Positions of the editions whose figures it would have moved.
    pub(crate) editions: BTreeSet<usize>,
    /// The line that says the same honestly, with its file; `None` where that depends on what only the
    /// clerk knows.
    pub(crate) line: Option<String>,
    /// The place of an entry that is new and could say when it became known, but does not.
    pub(crate) undated: Option<Place>,
    /// The record with that entry, by its position; `None` of what is no record.
    pub(crate) record: Option<RecordAt>,
}

impl Hint {
    /// A line about no entry of a record.
    pub(super) fn line(editions: BTreeSet<usize>, line: String) -> Hint {
        let (undated, record) = (None, None);
        Hint { editions, line: Some(line), undated, record }
    }

    /// The same about an entry that does not say when it became known.
    pub(super) fn undated(editions: BTreeSet<usize>, entry: &Entry) -> Hint {
        let undated = Some(entry.place());
        Hint { undated, ..Hint::line(editions, entry.says(&entry.undated())) }
    }

    /// Returns whether it has a line for an edition, by its position.
    pub(super) fn has_line_for(&self, edition: usize) -> bool {
        self.line.is_some() && self.editions.contains(&edition)
    }
}
