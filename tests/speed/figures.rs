//! What the figures of an edition cost, from facts to ranks.

use tongbao::figures::basis::Basis;

use crate::book::{Data, period};
use crate::measure::measured;

pub(crate) fn run(projects: usize) {
    let loaded = Data::of(projects).load();
    let book = &loaded.books[0];
    let period = period();
    measured("facts, with the months between", || Basis::of(book, period.end()));
    let basis = Basis::of(book, period.end());
    measured("figures of the edition", || basis.figures(&period));
}
