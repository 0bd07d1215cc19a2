//! What of a book's released figures was revised, and how to look it up.

use std::collections::BTreeSet;

use crate::model::book::{Book, Filed};
use crate::model::edition::revision::{Revision, RevisionFile};
use crate::model::value::period::Period;

/// Period, figure and part of every disclosed change.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Revised(BTreeSet<(String, String, String)>);

impl Book {
    /// The disclosed changes to a period's released figures, oldest first.
    pub fn revisions(&self, period: &Period) -> &[Revision] {
        let path = format!("revisions/{period}.yaml");
        let file = self.revisions.iter().find(|file| file.path == path);
        file.map_or(&[], |file| &file.record.revisions)
    }

    /// Whether a part of a released figure was revised; a part that ends in a colon stands for all its kind.
    pub fn is_revised(&self, period: &Period, figure: &str, part: &str) -> bool {
        self.revised.holds(period, figure, part)
    }
}

impl Revised {
    /// The changes of a book's files.
    pub(super) fn of(files: &[Filed<RevisionFile>]) -> Revised {
        let changes = |file: &Filed<RevisionFile>| {
            let period = file.path.trim_start_matches("revisions/");
            let period = period.trim_end_matches(".yaml").to_owned();
            let one = |revision: &Revision| {
                (period.clone(), revision.figure.clone(), revision.part.id().to_owned())
            };
            file.record.revisions.iter().map(one).collect::<Vec<_>>()
        };
        Revised(files.iter().flat_map(changes).collect())
    }

    fn holds(&self, period: &Period, figure: &str, part: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let first = (period.to_string(), figure.to_owned(), part.to_owned());
        let found = self.0.range(first.clone()..).next();
        found.is_some_and(|found| {
            let same = found.0 == first.0 && found.1 == first.1;
            let kind = part.ends_with(':') && found.2.starts_with(part);
            same && (found.2 == part || kind)
        })
    }
}
