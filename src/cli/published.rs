//! A book as one audience gets it.

use crate::diagnostic::Diagnostic;
use crate::figures::Basis;
use crate::figures::audience::Audience;
use crate::figures::audience::disclosure::given_away;
use crate::model::book::Book;
use crate::model::dictionary::Level;
use crate::model::value::period::Period;
use crate::report::site::periods;
use crate::results::findings::withdrawn;

/// The books as a level may see them.
pub(super) fn seen(books: &[Book], level: Level) -> Vec<Book> {
    books.iter().map(|book| book.redacted_for(level)).collect()
}

/// A book as it is published to an audience.
pub(super) struct Published<'a> {
    /// The whole book, which is summed up.
    pub(super) book: &'a Book,
    /// The periods of its editions and drafts.
    pub(super) periods: Vec<Period>,
    /// Its facts until the newest of them; none where there is none.
    pub(super) basis: Option<Basis<'a>>,
}

impl<'a> Published<'a> {
    /// A book with what a level may see of it.
    pub(super) fn of(
        book: &'a Book,
        seen: &'a Book,
        level: Level,
        drafts: &[Period],
    ) -> Published<'a> {
        let audience = Audience { level, book: seen };
        let periods = periods(book, drafts);
        let until = periods.last().map(Period::end);
        let basis = until.map(|until| Basis::for_audience(audience, book, until));
        Published { book, periods, basis }
    }

    /// What stands against publishing it: hidden values that could be worked out, and
    /// released figures that would go missing.
    pub(super) fn obstacles(&self) -> Vec<Diagnostic> {
        let days: Vec<_> = self.periods.iter().map(Period::end).collect();
        let found = |basis| [given_away(basis, &days), withdrawn(basis)].concat();
        self.basis.as_ref().map_or_else(Vec::new, found)
    }
}
