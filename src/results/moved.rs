//! Figures of released editions whose values differ now.

use crate::figures::basis::Basis;
use crate::model::book::current::{Moved, moved};
use crate::model::book::{Book, Filed};
use crate::model::edition::release::Release;
use crate::results::release::computed;

/// The code of the finding that a released figure has another value now.
pub const MOVED: &str = "released-figure-moved";

/// Returns the released editions of a book with figures that differ now.
pub fn moved_editions(book: &Book) -> Vec<(&Filed<Release>, Vec<Moved>)> {
    let until = book.counted_until().filter(|_| !book.releases.is_empty());
    let Some(until) = until else { return Vec::new() };
    let basis = Basis::of(book, until);
    let editions =
        book.releases.iter().map(|release| (release, moved_figures(&basis, release)));
    editions.filter(|(_, moved)| !moved.is_empty()).collect()
}

/// Returns the figures of a release that differ now.
pub fn moved_figures(basis: &Basis, release: &Filed<Release>) -> Vec<Moved> {
    let period = &release.record.period;
    moved(basis.book, period, &computed(basis, period))
}
