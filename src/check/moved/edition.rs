//! A released edition and its figures that moved since.

use crate::model::book::Filed;
use crate::model::book::current::Moved;
use crate::model::edition::release::Release;

/// A released edition with its figures that moved.
#[derive(Debug)]
pub struct ReleasedEdition<'a> {
    /// The edition as it was released.
    pub release: &'a Filed<Release>,
    /// Its figures that moved.
    pub moved: Vec<Moved>,
}
