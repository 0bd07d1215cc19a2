//! What the tables of records promise of every field of every kind: references, pages, differences.

mod differences;
mod filled;
mod pages;
mod references;

use tongbao::load::slots;
use tongbao::model::dictionary::{Kind, Shape};

/// Every kind that has files, and every kind inside one.
fn kinds() -> Vec<&'static Kind> {
    let mut kinds: Vec<&'static Kind> = slots::kinds().collect();
    let mut at = 0;
    while let Some(kind) = kinds.get(at) {
        let inner = kind.fields.iter().filter_map(|field| field.record());
        let new: Vec<_> =
            inner.filter(|one| !kinds.iter().any(|k| k.id == one.id)).collect();
        for kind in new {
            if !kinds.iter().any(|known| known.id == kind.id) {
                kinds.push(kind);
            }
        }
        at += 1;
    }
    kinds
}

/// Whether a field holds a list of records.
fn is_list_of_records(shape: &Shape) -> bool {
    matches!(shape, Shape::List(inner) if matches!(**inner, Shape::Record(_)))
}

#[test]
fn only_the_table_of_a_record_makes_a_key() {
    let sources = crate::stage::files(&crate::stage::repository("src"));
    let making = sources
        .iter()
        .filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("Key::declared("));
    let paths: Vec<&str> = making.map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["model/dictionary/record.rs"]);
}
