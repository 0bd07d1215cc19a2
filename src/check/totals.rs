//! The totals of a book that were reported or are quoted, each with its place.

use std::collections::BTreeMap;

use crate::diagnostic::Place;
use crate::model::book::{Book, FileId};
use crate::model::dictionary::Route;
use crate::model::record::reported::{ReportedFile, Total, TotalKind};

/// Key of a total: indicator, scope, period, and whether it counts from the start of the year.
pub(super) type Key<'a> = (&'a str, &'a str, String, bool);

/// A total with its place in the data.
#[derive(Clone, Copy)]
pub(super) struct Placed<'a> {
    /// File.
    pub file: FileId,
    /// Path of the file in the book.
    pub path: &'a str,
    /// Position in the file.
    pub at: usize,
    /// The total.
    pub total: &'a Total,
}

impl<'a> Placed<'a> {
    /// Returns the place of one of the total's fields.
    pub(super) fn place<T>(&self, field: fn(Route<Total>) -> Route<T>) -> Place {
        let total = Route::<ReportedFile>::start().totals().at(self.at);
        Place::value(self.file, field(total).into_steps())
    }

    /// Returns the key of the total.
    pub(super) fn key(&self) -> Key<'a> {
        let Total { indicator, scope, period, cumulative, .. } = self.total;
        let cumulative = cumulative.is_some_and(|flag| flag.0);
        (indicator.as_str(), scope.as_str(), period.to_string(), cumulative)
    }
}

/// Returns the totals that repeat an earlier one with the same key, in pairs with the first.
pub(super) fn repeated<'a>(
    totals: impl Iterator<Item = Placed<'a>>,
) -> Vec<(Placed<'a>, Placed<'a>)> {
    let mut first: BTreeMap<Key, Placed> = BTreeMap::new();
    let mut repeated = Vec::new();
    for placed in totals {
        let earlier = *first.entry(placed.key()).or_insert(placed);
        if (earlier.file, earlier.at) != (placed.file, placed.at) {
            repeated.push((earlier, placed));
        }
    }
    repeated
}

/// Returns the totals of a kind, in the order of the files.
pub(super) fn totals(book: &Book, kind: TotalKind) -> impl Iterator<Item = Placed<'_>> {
    let all = book.reported.iter().flat_map(|filed| {
        let totals = filed.record.totals.iter().enumerate();
        totals.map(|(at, total)| Placed {
            file: filed.file,
            path: &filed.path,
            at,
            total,
        })
    });
    all.filter(move |placed| placed.total.kind == kind)
}
