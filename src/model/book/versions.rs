//! The versions of the projects of a book that changed in the course of their lives.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::book::many::Many;
use crate::model::dictionary::{Level, Value};
use crate::model::record::project::Project;
use crate::model::record::project::version::{Version, versions};

/// The versions of the projects that changed, by position.
#[derive(Clone, Debug, Default)]
pub(super) struct Versions(BTreeMap<usize, Vec<Version>>);

impl Versions {
    /// Makes the versions of projects.
    pub(super) fn of(projects: &Many<Project>) -> Versions {
        let versions = projects.iter().map(|filed| versions(&filed.record)).enumerate();
        Versions(versions.filter(|(_, versions)| !versions.is_empty()).collect())
    }

    /// Returns the versions as a level may see them. What was known when is judged by the whole
    /// record, though the days themselves may be hidden.
    pub(super) fn redacted_for(&self, level: Level) -> Versions {
        let shown = |version: &Version| {
            let project = Arc::new(version.project.redacted_for(level)?);
            Some(Version { project, ..*version })
        };
        let versions = self.0.iter();
        Versions(
            versions
                .map(|(at, versions)| (*at, versions.iter().filter_map(shown).collect()))
                .collect(),
        )
    }

    /// Returns the versions of the project at a position; none if it never changed.
    pub(super) fn of_project(&self, at: usize) -> &[Version] {
        self.0.get(&at).map_or(&[], Vec::as_slice)
    }

    /// Returns the project at a position as it was on a day, as was known on another; `None` if it
    /// never changed.
    pub(super) fn as_of(
        &self,
        at: usize,
        day: NaiveDate,
        known: NaiveDate,
    ) -> Option<&Project> {
        let mut versions = self.of_project(at).iter();
        let then =
            versions.find(|then| then.known.holds(known) && then.days.holds(day))?;
        Some(&then.project)
    }
}
