//! The words that a column can hold, by the dictionary and the registry of the book.

use crate::intake::form::column::{Column, Role};
use crate::model::book::Book;
use crate::model::dictionary::Shape;

/// Returns the words to choose from; none where any text will do.
pub fn choices(book: &Book, column: &Column) -> Vec<String> {
    if matches!(column.role, Role::Unchanged) {
        return vec!["是".to_owned()];
    }
    let Some(Shape::Word(word)) = column.field().map(|field| field.shape) else {
        return Vec::new();
    };
    if !word.choices.is_empty() {
        return word.choices.iter().map(|choice| (*choice).to_owned()).collect();
    }
    let registry = &book.registry.record;
    match word.id {
        "sector-ref" => registry.sectors.iter().map(|one| one.name.clone()).collect(),
        "chain-ref" => registry.chains.iter().map(|one| one.name.clone()).collect(),
        "event-ref" => registry.events.iter().map(|one| one.name.clone()).collect(),
        _ => Vec::new(),
    }
}
