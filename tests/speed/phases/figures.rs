//! What the figures of an edition cost, from facts to ranks.

use tongbao::figures::basis::Basis;

use crate::phases::measure::measured;
use crate::phases::{Data, period};

pub(super) fn run(projects: usize) {
    let loaded = Data::of(projects).load();
    let book = &loaded.books[0];
    let period = period();
    measured("facts, with the months between", || Basis::of(book, period.end()));
    let basis = Basis::of(book, period.end());
    measured("figures of the edition", || basis.figures(&period));
}
