//! A book as an audience may see it: every record without the fields above a level.

use std::sync::Arc;

use crate::model::book::{Book, BookParts, Filed};
use crate::model::dictionary::{Level, Value};
use crate::model::edition::Edition;
use crate::model::project::Project;
use crate::model::registry::{BookCard, Registry};

/// Who may see the paths of files.
pub const PATHS: Level = Level::Internal;

/// Who may see releases and revisions: they hold digests, and numbers that may be withheld.
const FROZEN: Level = Level::Internal;

impl Book {
    /// The book as a level may see it; projects, activities, totals keep their positions or
    /// go all together, and the public gets no path of a file.
    pub fn seen(&self, level: Level) -> Book {
        let card = record(&self.card, level);
        let registry = record(&self.registry, level);
        let edition = |filed: &Filed<Edition>| {
            Some(replaced(filed, filed.record.seen(level)?, level))
        };
        let project = |filed: &Filed<Arc<Project>>| {
            let seen = filed.record.seen(level)?;
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
            releases: frozen(&self.releases, level),
            revisions: frozen(&self.revisions, level),
            mentions: Vec::new(),
            failed: Vec::new(),
        };
        Book::new(self.id.clone(), parts)
    }
}

/// Another record in the place of one, without its path where a level may not see it.
fn replaced<T, U>(filed: &Filed<T>, record: U, level: Level) -> Filed<U> {
    let path = if level < PATHS { String::new() } else { filed.path.clone() };
    Filed { file: filed.file, path, record }
}

fn record<T: Value>(filed: &Filed<T>, level: Level) -> Option<Filed<T>> {
    Some(replaced(filed, filed.record.seen(level)?, level))
}

fn records<T: Value>(filed: &[Filed<T>], level: Level) -> Vec<Filed<T>> {
    filed.iter().filter_map(|filed| record(filed, level)).collect()
}

fn frozen<T: Clone>(filed: &[Filed<T>], level: Level) -> Vec<Filed<T>> {
    if level < FROZEN { Vec::new() } else { filed.to_vec() }
}
