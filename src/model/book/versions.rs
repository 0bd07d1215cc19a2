//! The versions of the records of a book that changed in the course of their lives.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::book::many::Many;
use crate::model::dictionary::{Level, Value};
use crate::model::record::version::Version;

/// The versions of the records that changed, by position.
#[derive(Clone, Debug)]
pub(super) struct Versions<T>(BTreeMap<usize, Vec<Version<T>>>);

impl<T: Value + PartialEq> Versions<T> {
    /// Makes the versions of records.
    pub(super) fn of(
        records: &Many<T>,
        versions: impl Fn(&T) -> Vec<Version<T>>,
    ) -> Versions<T> {
        let versions = records.iter().map(|filed| versions(&filed.record)).enumerate();
        Versions(versions.filter(|(_, versions)| !versions.is_empty()).collect())
    }

    /// Returns the versions as a level may see them. What was known when is judged by the whole
    /// record, though the days themselves may be hidden.
    pub(super) fn redacted_for(&self, level: Level) -> Versions<T> {
        let shown = |version: &Version<T>| {
            let record = Arc::new(version.record.redacted_for(level)?);
            Some(Version { record, ..*version })
        };
        let shown =
            |versions: &Vec<Version<T>>| versions.iter().filter_map(shown).collect();
        Versions(self.0.iter().map(|(at, versions)| (*at, shown(versions))).collect())
    }

    /// Returns the versions of the record at a position; none if it never changed.
    pub(super) fn of_record(&self, at: usize) -> &[Version<T>] {
        self.0.get(&at).map_or(&[], Vec::as_slice)
    }

    /// Returns the record at a position as it was on a day, as was known on another; `None` if it
    /// never changed.
    pub(super) fn as_of(
        &self,
        at: usize,
        day: NaiveDate,
        known: NaiveDate,
    ) -> Option<&T> {
        let mut versions = self.of_record(at).iter();
        let then = versions.find(|version| {
            version.validity.known.holds(known) && version.validity.days.holds(day)
        })?;
        Some(&then.record)
    }
}
