//! What applies to every record of a book: redaction for a level, and the walk over its scalars.

use std::sync::Arc;

use crate::model::below::release::BelowRelease;
use crate::model::below::revisions::BelowRevisions;
use crate::model::below::sums::BelowSums;
use crate::model::below::withdrawn::BelowWithdrawn;
use crate::model::book::filed::Filed;
use crate::model::dictionary::{Leaf, Level, Step, Value};
use crate::model::edition::Edition;
use crate::model::edition::release::Release;
use crate::model::edition::release::document::IssuedDocument;
use crate::model::edition::release::sums::Sums;
use crate::model::edition::release::unreleased::Unreleased;
use crate::model::record::reported::{ReportedFile, Total, TotalKind};

/// The lowest level that may see the paths of files.
pub const PATHS: Level = Level::Internal;

/// Folders whose paths say nothing but which period was published.
const PUBLISHED: [&str; 2] = ["released/", "revisions/"];

/// Callback for every scalar of a record: the route to it, and the scalar.
pub type RecordVisitor<'v, 'a> = &'v mut dyn FnMut(&[Step], Leaf<'a>);

/// A record that can be redacted for a level.
pub trait Redact: Sized {
    /// Returns the record without what a level may not see; `None` if nothing is left of it.
    fn redact(&self, level: Level) -> Option<Self>;
    /// Calls a visitor for every scalar of the record; frozen files have no fields to visit.
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

impl Redact for Unreleased {
    fn redact(&self, level: Level) -> Option<Unreleased> {
        (level >= PATHS).then(|| self.clone())
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
}

impl Redact for IssuedDocument {
    /// Who may have it stands with its digest, so the book takes it out.
    fn redact(&self, _: Level) -> Option<IssuedDocument> {
        Some(self.clone())
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
}

impl Redact for Sums {
    fn redact(&self, level: Level) -> Option<Sums> {
        (level >= PATHS).then(|| self.clone())
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
}

impl Redact for BelowRelease {
    fn redact(&self, level: Level) -> Option<BelowRelease> {
        Some(self.redacted_for(level))
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
}

impl Redact for BelowWithdrawn {
    fn redact(&self, level: Level) -> Option<BelowWithdrawn> {
        Some(self.redacted_for(level))
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
}

impl Redact for BelowRevisions {
    /// It does not say who may have it; what is public of it stands with the figures.
    fn redact(&self, level: Level) -> Option<BelowRevisions> {
        (level >= PATHS).then(|| self.clone())
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
}

impl Redact for BelowSums {
    fn redact(&self, level: Level) -> Option<BelowSums> {
        (level >= PATHS).then(|| self.clone())
    }

    fn visit<'a>(&'a self, _: RecordVisitor<'_, 'a>) {}
}

/// Takes out the numbers of totals that say who may see them, and from where those of books below
/// are; the totals keep their positions.
pub(super) fn hide_totals(files: &mut [Filed<ReportedFile>], level: Level) {
    let is_hidden = |total: &Total| {
        total.level() > level || level < PATHS && total.kind == TotalKind::Below
    };
    for file in files {
        if file.record.totals.iter().any(is_hidden) {
            let totals = Arc::make_mut(&mut file.record).totals.iter_mut();
            for total in totals.filter(|total| is_hidden(total)) {
                total.wording = None;
                if total.level() > level {
                    total.blank_value();
                }
            }
        }
    }
}

impl<T> Filed<T> {
    /// Returns a record in place of this one, without the path if the level may not see paths.
    pub(super) fn replaced(&self, record: Arc<T>, level: Level) -> Filed<T> {
        let is_shown = level >= PATHS
            || PUBLISHED.iter().any(|folder| self.path.starts_with(folder));
        let path = if is_shown { self.path.clone() } else { String::new() };
        Filed { file: self.file, path, record }
    }
}

impl<T: Redact + PartialEq> Filed<T> {
    /// Returns the record without what a level may not see, or the same one if that is nothing;
    /// `None` if nothing is left of it.
    pub(super) fn shown_to(&self, level: Level) -> Option<Filed<T>> {
        // The last level sees every field, so nothing has to be copied to know that.
        if level == Level::Leader {
            return Some(self.replaced(Arc::clone(&self.record), level));
        }
        let redacted = self.record.redact(level)?;
        let is_same = redacted == *self.record;
        let record = if is_same { Arc::clone(&self.record) } else { Arc::new(redacted) };
        Some(self.replaced(record, level))
    }
}
