//! Books whose theme is not there or cannot be used.

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::book::Book;
use crate::model::dictionary::{Step, field};
use crate::model::record::registry::BookCard;

/// Returns a finding for each book that names a theme which is not there.
pub fn unknown_themes(
    books: &[Book],
    is_there: impl Fn(&str) -> bool,
) -> Vec<Diagnostic> {
    let finding = |book: &Book| {
        let name = book.card.record.theme.as_ref()?;
        let place =
            Place::value(book.card.file, vec![Step::Field(field!(BookCard.theme))]);
        let message = format!("没有叫“{name}”的主题");
        let mut finding =
            Diagnostic::new("unknown-theme", Severity::Error, place, message);
        finding.help("核对 themes 里的文件夹，或删去这一行，用默认的主题");
        (!is_there(name.as_str())).then_some(finding)
    };
    books.iter().filter_map(finding).collect()
}

/// Returns a finding for each book whose theme, or else the default one, has a fault.
pub fn broken_themes(
    books: &[Book],
    default: &str,
    fault: impl Fn(&str) -> Option<String>,
) -> Vec<Diagnostic> {
    let finding = |book: &Book| {
        let card = &book.card.record;
        let (name, field) = match &card.theme {
            Some(theme) => (theme.as_str(), field!(BookCard.theme)),
            None => (default, field!(BookCard.name)),
        };
        let fault = fault(name)?;
        let place = Place::value(book.card.file, vec![Step::Field(field)]);
        let message = format!("主题“{name}”用不了：{fault}");
        let mut finding =
            Diagnostic::new("broken-theme", Severity::Error, place, message);
        finding.help("照 themes/default 里的同名文件改正，或删去改过的文件，用内置的");
        Some(finding)
    };
    books.iter().filter_map(finding).collect()
}
