//! Which parts of a book's released figures were revised.

use std::collections::BTreeSet;

use crate::model::book::filed::{Filed, stem};
use crate::model::edition::revision::RevisionFile;
use crate::model::value::period::Period;

/// Period, figure and part of every disclosed change.
#[derive(Clone, Debug, Default)]
pub(super) struct Revised(BTreeSet<(String, String, String)>);

impl Revised {
    /// The changes of a book's files.
    pub(super) fn of(files: &[Filed<RevisionFile>]) -> Revised {
        let mut changes = BTreeSet::new();
        for file in files {
            for revision in &file.record.revisions {
                changes.insert((
                    stem(&file.path).to_owned(),
                    revision.figure.clone(),
                    revision.part.id().to_owned(),
                ));
            }
        }
        Revised(changes)
    }

    /// Whether a part of a figure was changed; a part that ends in a colon stands for all its kind.
    pub(super) fn holds(&self, period: &Period, figure: &str, part: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let first = (period.to_string(), figure.to_owned(), part.to_owned());
        let next = self.0.range(first.clone()..).next();
        next.is_some_and(|change| {
            let is_same = change.0 == first.0 && change.1 == first.1;
            let is_kind = part.ends_with(':') && change.2.starts_with(part);
            is_same && (change.2 == part || is_kind)
        })
    }
}
