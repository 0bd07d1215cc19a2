//! A book as an audience may see it: every record without the fields above a level.

use std::sync::Arc;

use crate::model::book::{Book, BookParts, Filed};
use crate::model::dictionary::{Level, Value};
use crate::model::edition::Edition;
use crate::model::edition::release::Release;
use crate::model::edition::revision::RevisionFile;
use crate::model::record::project::Project;
use crate::model::record::registry::{BookCard, Registry};

/// Who may see the paths of files.
pub const PATHS: Level = Level::Internal;

impl Book {
    /// The book as a level may see it; projects, activities, totals keep their positions or
    /// go all together, and the public gets no path of a file.
    pub fn redacted_for(&self, level: Level) -> Book {
        let card = record(&self.card, level);
        let registry = record(&self.registry, level);
        let edition = |filed: &Filed<Edition>| {
            Some(replaced(filed, filed.record.redacted_for(level)?, level))
        };
        let project = |filed: &Filed<Arc<Project>>| {
            let seen = filed.record.redacted_for(level)?;
            Some(replaced(filed, Arc::new(seen), level))
        };
        let parts = BookParts {
            card: card.unwrap_or_else(|| replaced(&self.card, BookCard::empty(), level)),
            registry: registry
                .unwrap_or_else(|| replaced(&self.registry, Registry::empty(), level)),
            plans: records(&self.plans, level),
            projects: self.projects.iter().filter_map(project).collect(),
            activities: records(&self.activities, level),
            reported: records(&self.reported, level),
            marks: records(&self.marks, level),
            editions: self.editions.iter().filter_map(edition).collect(),
            releases: self.releases.iter().map(|filed| released(filed, level)).collect(),
            revisions: self
                .revisions
                .iter()
                .map(|filed| self.revised(filed, level))
                .collect(),
            mentions: Vec::new(),
            failed: Vec::new(),
        };
        Book::new(self.id.clone(), parts)
    }

    /// The changes to what a level got when it was released.
    fn revised(&self, filed: &Filed<RevisionFile>, level: Level) -> Filed<RevisionFile> {
        let own = |release: &&Filed<Release>| {
            filed.path == format!("revisions/{}.yaml", release.record.period)
        };
        let release = self.releases.iter().find(own);
        let mut seen = filed.clone();
        seen.record.revisions.retain(|one| {
            release.is_some_and(|release| {
                release.record.gave(&one.figure, one.part.id(), level)
            })
        });
        seen
    }
}

/// A release keeps its path, which says nothing but its period.
fn released(filed: &Filed<Release>, level: Level) -> Filed<Release> {
    Filed { record: filed.record.redacted_for(level, level >= PATHS), ..filed.clone() }
}

/// Another record in the place of one, without its path where a level may not see it.
fn replaced<T, U>(filed: &Filed<T>, record: U, level: Level) -> Filed<U> {
    let path = if level < PATHS { String::new() } else { filed.path.clone() };
    Filed { file: filed.file, path, record }
}

fn record<T: Value>(filed: &Filed<T>, level: Level) -> Option<Filed<T>> {
    Some(replaced(filed, filed.record.redacted_for(level)?, level))
}

fn records<T: Value>(filed: &[Filed<T>], level: Level) -> Vec<Filed<T>> {
    filed.iter().filter_map(|filed| record(filed, level)).collect()
}
