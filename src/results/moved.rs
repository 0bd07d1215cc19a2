//! Which figures of released editions come out otherwise now.

use crate::figures::basis::Basis;
use crate::model::book::current::{Moved, moved};
use crate::model::book::{Book, Filed};
use crate::model::edition::release::Release;
use crate::results::release::computed;

/// The code of the finding that a released figure comes out otherwise.
pub const MOVED: &str = "released-figure-moved";

/// The released editions of a book whose figures come out otherwise.
pub fn moved_editions(book: &Book) -> Vec<(&Filed<Release>, Vec<Moved>)> {
    let until = book.counted_until().filter(|_| !book.releases.is_empty());
    let Some(until) = until else { return Vec::new() };
    let basis = Basis::of(book, until);
    let editions =
        book.releases.iter().map(|release| (release, moved_figures(&basis, release)));
    editions.filter(|(_, moved)| !moved.is_empty()).collect()
}

/// The figures of a release that come out otherwise.
pub fn moved_figures(basis: &Basis, release: &Filed<Release>) -> Vec<Moved> {
    let period = &release.record.period;
    moved(basis.book, period, &computed(basis, period))
}
