//! `below/<账本>/revisions/<期>.yaml`: what a book below disclosed of an edition afterwards.

use crate::model::edition::revision::DisclosedChange;

/// The disclosed changes, oldest first. What they refer to is the book below.
#[derive(Clone, Debug, PartialEq)]
pub struct BelowRevisions {
    /// The changes.
    pub changes: Vec<DisclosedChange>,
}
