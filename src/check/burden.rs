//! What 整治形式主义为基层减负若干规定 asks of documents since it was issued.

use chrono::{Datelike, NaiveDate};

/// The day on which it was issued.
const SINCE: (i32, u32, u32) = (2024, 8, 6);

/// Returns whether a document of a day is bound by it.
pub(super) fn binds(day: NaiveDate) -> bool {
    (day.year(), day.month(), day.day()) >= SINCE
}
