//! Figures of released editions that moved since, and the entries of records that make the difference.

mod course;
pub mod edition;
mod lines;
mod suspects;

use crate::check::moved::edition::ReleasedEdition;
use crate::check::moved::suspects::{Suspect, suspects};
use crate::figures::basis::Basis;
use crate::results::moved::moved_figures;

/// What moved of the released editions of a book.
#[derive(Debug)]
pub struct Moves<'a> {
    /// Every released edition, oldest first.
    pub editions: Vec<ReleasedEdition<'a>>,
    /// The entries whose edit would have moved the figures as they moved.
    pub(crate) suspects: Vec<Suspect>,
}

impl<'a> Moves<'a> {
    /// Compares every released edition with what is computed now.
    pub(super) fn of(basis: &Basis<'a>) -> Moves<'a> {
        let releases = basis.book.releases.iter();
        let mut editions: Vec<ReleasedEdition> = releases
            .map(|release| {
                let moved = moved_figures(basis, release);
                ReleasedEdition { release, moved }
            })
            .collect();
        editions.sort_by_key(|edition| edition.release.record.period.end());
        let suspects = suspects(basis, &editions);
        Moves { editions, suspects }
    }
}
