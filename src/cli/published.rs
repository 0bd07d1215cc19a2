//! A book as one audience gets it, and the findings against publishing it.

use crate::check::context;
use crate::check::run::check_published;
use crate::diagnostic::Diagnostic;
use crate::figures::audience::Audience;
use crate::figures::basis::Basis;
use crate::model::book::Book;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::report::site::periods;

/// Returns the books as a level may see them.
pub(super) fn redacted(books: &[Book], level: Level) -> Vec<Book> {
    books.iter().map(|book| book.redacted_for(level)).collect()
}

/// A book as it is published to an audience.
pub(super) struct Published<'a> {
    /// The whole book, from which sums are computed.
    pub(super) book: &'a Book,
    /// The periods of its editions and drafts.
    pub(super) periods: Vec<Period>,
    /// Its facts up to the newest of them; `None` if there is none.
    pub(super) basis: Option<Basis<'a>>,
}

impl<'a> Published<'a> {
    /// Pairs each book with what the audience may see of it.
    pub(super) fn all(
        books: &'a [Book],
        redacted: &'a [Book],
        level: Level,
        drafts: &[Period],
    ) -> Vec<Published<'a>> {
        let pairs = books.iter().zip(redacted);
        pairs
            .map(|(whole, book)| Published::of(whole, Audience { level, book }, drafts))
            .collect()
    }

    fn of(book: &'a Book, audience: Audience<'a>, drafts: &[Period]) -> Published<'a> {
        let periods = periods(book, drafts);
        let basis = periods
            .last()
            .map(|newest| Basis::for_audience(audience, book, newest.end()));
        Published { book, periods, basis }
    }

    /// Returns the hidden values that a reader could derive, and the released figures that would
    /// be missing.
    pub(super) fn obstacles(&self) -> Vec<Diagnostic> {
        let Some(basis) = &self.basis else { return Vec::new() };
        let days = self.periods.iter().map(Period::end).collect();
        check_published(&context::Published { basis, days })
    }
}
