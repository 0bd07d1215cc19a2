//! The desk of a month: what is due, who has not reported, and what stands before the release.

mod duties;
mod edition;
mod standing;

use chrono::NaiveDate;

use crate::figures::facts::duties::{Content, Kept};
use crate::model::book::Book;
use crate::report::desk::duties::{coming, outstanding};
use crate::report::desk::edition::{in_work, obstacles};
pub use crate::report::desk::standing::Standing;
use crate::view::desk::Desk;
use crate::words::date;

/// Returns the desk of a book on a day.
pub fn desk(book: &Book, today: NaiveDate, standing: Standing) -> Desk {
    let period = in_work(book, today);
    let (obstacles, next) = obstacles(book, &period, today, standing);
    let doubtful = [(standing.errors, "错误"), (standing.warnings, "警告")];
    let doubtful = doubtful.iter().filter(|(count, _)| *count > 0);
    Desk {
        book: book.card.record.name.clone(),
        edition: date::period(&period),
        state: book.state(&period).word(),
        today: date::day(today),
        coming: coming(book, &period, today),
        overdue: outstanding(book, today, |state| state.kept == Kept::Missing),
        late: outstanding(book, today, |state| matches!(state.kept, Kept::Late(_))),
        unrecognised: outstanding(book, today, |state| {
            state.content == Some(Content::Unrecognised)
        }),
        doubtful: doubtful.map(|(count, what)| format!("{what}{count}个")).collect(),
        obstacles,
        next,
    }
}
