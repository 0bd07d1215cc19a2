//! Books that name a theme which is not there.

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
