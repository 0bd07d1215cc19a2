//! A released edition and its figures that moved since.

use crate::model::book::Filed;
use crate::model::book::current::Moved;
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::release::Release;

/// A released edition with its figures that moved.
#[derive(Debug)]
pub struct ReleasedEdition<'a> {
    /// The edition as it was released.
    pub release: &'a Filed<Release>,
    /// Its figures that moved.
    pub moved: Vec<Moved>,
}

impl ReleasedEdition<'_> {
    /// Returns the units whose values moved.
    pub(super) fn moved_units(&self) -> impl Iterator<Item = &Scope> {
        self.moved.iter().filter_map(|moved| {
            let FigureId::Indicator(_, scope @ Scope::Unit(_)) = &moved.figure.id else {
                return None;
            };
            let mut parts = moved.parts.iter();
            parts.any(|part| part.part == FrozenPart::Value).then_some(scope)
        })
    }
}
