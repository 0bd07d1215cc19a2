//! A record in the course of its life: what it was, from when to when, and since when that is known.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

/// Days from a first one on, before a last one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Between {
    /// First day; `None` for all that came before.
    pub from: Option<NaiveDate>,
    /// First day after them; `None` if they have no end.
    pub before: Option<NaiveDate>,
}

impl Between {
    /// Returns whether a day is one of them.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day)
            && self.before.is_none_or(|before| day < before)
    }
}

/// When a version of a record holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// The days on which the record was like this.
    pub days: Between,
    /// The days on which this was known.
    pub known: Between,
}

/// A record as it was on some days, as was known on some days.
#[derive(Clone, Debug)]
pub struct Version<T> {
    /// The record with all changes and corrections put in. Its entries keep their positions.
    pub record: Arc<T>,
    /// When it holds.
    pub validity: Validity,
}

/// A record, and when it holds; `None` where it never changed.
pub type Valid<'a, T> = (&'a T, Option<&'a Validity>);

/// Returns a record as it is if it has no versions, or else each of them.
pub fn each<'a, T>(
    record: &'a T,
    versions: &'a [Version<T>],
) -> impl Iterator<Item = Valid<'a, T>> {
    let unchanged = versions.is_empty().then_some((record, None));
    let versions =
        versions.iter().map(|version| (&*version.record, Some(&version.validity)));
    unchanged.into_iter().chain(versions)
}

/// Returns the spans that some days part.
pub(in crate::model) fn spans(days: &BTreeSet<NaiveDate>) -> Vec<Between> {
    let starts = std::iter::once(None).chain(days.iter().copied().map(Some));
    let ends = days.iter().copied().map(Some).chain([None]);
    starts.zip(ends).map(|(from, before)| Between { from, before }).collect()
}
