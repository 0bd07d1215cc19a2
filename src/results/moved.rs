//! Figures of released editions whose values differ now.

use crate::figures::basis::Basis;
use crate::model::book::Filed;
use crate::model::book::current::{Moved, moved};
use crate::model::edition::release::Release;
use crate::results::release::computed;

/// The code of the finding that a released figure has another value now.
pub const MOVED: &str = "released-figure-moved";

/// Returns the figures of a release that differ now.
pub fn moved_figures(basis: &Basis, release: &Filed<Release>) -> Vec<Moved> {
    let period = &release.record.period;
    moved(basis.book, period, &computed(basis, period))
}
