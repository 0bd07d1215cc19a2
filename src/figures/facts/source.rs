//! The source that a measure takes facts from.

use crate::figures::facts::attribution::Rows;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;

/// What a measure takes facts from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Book.
    pub book: &'a Book,
    /// Plan that declares the indicator.
    pub plan: &'a Plan,
    /// Indicator.
    pub indicator: &'a Indicator,
    /// Rows that facts are credited to.
    pub rows: &'a Rows,
    /// The position of each project in another state of the book from which its facts are taken
    /// over; `None` if no facts are taken over.
    pub shared: Option<&'a [Option<usize>]>,
}
