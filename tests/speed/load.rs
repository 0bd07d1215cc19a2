//! What reading a book costs, and what checking it costs.

use tongbao::check::run::check;
use tongbao::report::callable;

use crate::book::Data;
use crate::measure::measured;

pub(crate) fn run(projects: usize) {
    let data = Data::of(projects);
    measured("loaded", || data.load());
    let loaded = data.load();
    assert_eq!(check(&loaded.books, &callable()).reported, []);
    measured("checked", || check(&loaded.books, &callable()));
}
