//! What a level may see of a record: the record without the fields above the level.

use std::sync::Arc;

use crate::model::book::filed::Filed;
use crate::model::dictionary::{Level, Value};
use crate::model::edition::Edition;
use crate::model::edition::release::Release;

/// Who may see the paths of files.
pub const PATHS: Level = Level::Internal;

/// Folders in which a path says nothing but a period that was published.
const PUBLISHED: [&str; 2] = ["released/", "revisions/"];

/// A record of which some may see less than others.
pub trait Redact: Sized {
    /// The record without what a level may not see; `None` if nothing is left of it.
    fn redact(&self, level: Level) -> Option<Self>;
}

impl<T: Value> Redact for T {
    fn redact(&self, level: Level) -> Option<T> {
        self.redacted_for(level)
    }
}

impl Redact for Edition {
    fn redact(&self, level: Level) -> Option<Edition> {
        self.redacted_for(level)
    }
}

impl Redact for Release {
    fn redact(&self, level: Level) -> Option<Release> {
        Some(self.redacted_for(level, level >= PATHS))
    }
}

impl<T> Filed<T> {
    /// Another record in the place of this one, without its path where a level may not see it.
    pub(super) fn replaced(&self, record: T, level: Level) -> Filed<T> {
        let is_shown = level >= PATHS
            || PUBLISHED.iter().any(|folder| self.path.starts_with(folder));
        let path = if is_shown { self.path.clone() } else { String::new() };
        Filed { file: self.file, path, record: Arc::new(record) }
    }
}
