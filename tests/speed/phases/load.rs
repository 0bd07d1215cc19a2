//! What reading a book costs, and what checking it costs.

use tongbao::check::run::check;
use tongbao::report::callable;

use crate::phases::Data;
use crate::phases::measure::measured;

pub(super) fn run(projects: usize) {
    let data = Data::of(projects);
    measured("loaded", || data.load());
    let loaded = data.load();
    assert_eq!(check(&loaded.books, &callable()).reported, []);
    measured("checked", || check(&loaded.books, &callable()));
}
