//! What is done with every record of a book alike: redacted for a level, walked scalar by scalar.

use std::sync::Arc;

use crate::model::book::filed::Filed;
use crate::model::dictionary::{Leaf, Level, Step, Value};
use crate::model::edition::Edition;
use crate::model::edition::release::Release;

/// Who may see the paths of files.
pub const PATHS: Level = Level::Internal;

/// Folders in which a path says nothing but a period that was published.
const PUBLISHED: [&str; 2] = ["released/", "revisions/"];

/// What is told of every scalar of a record: the route to it, and the scalar.
pub type RecordVisitor<'v, 'a> = &'v mut dyn FnMut(&[Step], Leaf<'a>);

/// A record of which some may see less than others.
pub trait Redact: Sized {
    /// The record without what a level may not see; `None` if nothing is left of it.
    fn redact(&self, level: Level) -> Option<Self>;
    /// Tells a visitor of every scalar of the record; what the program froze has no fields.
    fn visit<'a>(&'a self, visitor: RecordVisitor<'_, 'a>);
}

impl<T: Value> Redact for T {
    fn redact(&self, level: Level) -> Option<T> {
        self.redacted_for(level)
    }

    fn visit<'a>(&'a self, visitor: RecordVisitor<'_, 'a>) {
        Value::visit(self, &mut Vec::new(), visitor);
    }
}

impl Redact for Edition {
    fn redact(&self, level: Level) -> Option<Edition> {
        self.redacted_for(level)
    }

    fn visit<'a>(&'a self, visitor: RecordVisitor<'_, 'a>) {
        Redact::visit(&self.card, visitor);
    }
}

impl Redact for Release {
    fn redact(&self, level: Level) -> Option<Release> {
        Some(self.redacted_for(level, level >= PATHS))
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
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
