//! The books that come with the program, loaded once, and their figures as `figures.json` has them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::Value;
use tongbao::diagnostic::Severity;
use tongbao::figures::basis::Basis;
use tongbao::load::load;
use tongbao::load::source::files::Folder;
use tongbao::model::book::Book;
use tongbao::model::dictionary::Word;
use tongbao::model::value::period::Period;
use tongbao::results::figures_file::FiguresFile;
use tongbao::sheet::Sheet;

use crate::stage::repository;

/// The books in `data/`, which load without errors.
pub(crate) static BOOKS: LazyLock<Vec<Book>> =
    LazyLock::new(|| books(&repository("data")));

/// A shipped book.
pub(crate) fn book(id: &str) -> &'static Book {
    BOOKS.iter().find(|book| book.id == id).unwrap()
}

/// The books of a folder that has no errors.
#[track_caller]
pub(crate) fn books(data: &std::path::Path) -> Vec<Book> {
    let loaded = load(&Folder::open(data).unwrap());
    let mut findings =
        tongbao::check::run::check(&loaded.books, &tongbao::report::callable()).reported;
    findings.extend(loaded.diagnostics);
    findings.retain(|finding| finding.severity == Severity::Error);
    assert!(findings.is_empty(), "{findings:#?}");
    loaded.books
}

/// The figures of a period by their ids, as other programs read them.
pub(crate) fn figures(book: &Book, period: &str) -> BTreeMap<String, Value> {
    let id = |entry: &Value| entry["id"].as_str().unwrap().to_owned();
    entries(book, period, "figures").map(|entry| (id(&entry), entry)).collect()
}

/// The scores of a period, as other programs read them.
pub(crate) fn scores(book: &Book, period: &str) -> Vec<Value> {
    entries(book, period, "scores").collect()
}

fn entries(book: &Book, period: &str, of: &str) -> impl Iterator<Item = Value> {
    let period = Period::parse(period).unwrap();
    let basis = Basis::of(book, period.end());
    let figures = basis.figures(&period);
    let sheet = Sheet::alone(&basis, &figures);
    let mut file = serde_json::to_value(FiguresFile::of(&sheet)).unwrap();
    let Value::Array(entries) = file[of].take() else { panic!("no {of}") };
    entries.into_iter()
}
