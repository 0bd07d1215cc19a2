//! What a book still lacks before its next edition can be released.

use crate::cli::data::Data;
use crate::diagnostic::{Located, Severity};
use crate::load::source::git::Repository;
use crate::model::book::Book;
use crate::report::desk::Standing;

/// Returns how a book stands: what there is to say of its files, and which are not committed.
pub(in crate::cli) fn standing(
    data: &Data,
    book: &Book,
    findings: &[Located],
) -> Standing {
    let start = format!("{}/", data.path(&book.id).display());
    let of_book = |severity: Severity| {
        let of_book = findings.iter().filter(|finding| {
            finding.severity == severity && finding.order().0.starts_with(&start)
        });
        of_book.count()
    };
    Standing {
        errors: of_book(Severity::Error),
        warnings: of_book(Severity::Warning),
        uncommitted: uncommitted(data, book),
    }
}

/// How many files are not committed; `None` if the data is in no repository. In one without a commit
/// none of them is.
fn uncommitted(data: &Data, book: &Book) -> Option<usize> {
    let repository = Repository::around(&data.path("")).ok()?;
    let open = repository.uncommitted(&book.id, &data.folder);
    Some(open.map_or_else(|_| data.paths_in(&book.id).len(), |files| files.len()))
}
