//! What rules look at beside the records: figures, which are worked out once for all of them, what
//! an audience gets, and what a narrative may call.

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::figures::basis::Basis;
use crate::model::book::Book;
use crate::model::edition::About;

/// A book without errors.
#[derive(Debug)]
pub struct Context<'a> {
    /// The book.
    pub book: &'a Book,
    basis: OnceCell<Option<Basis<'a>>>,
}

impl<'a> Context<'a> {
    /// A book of which nothing is worked out yet.
    pub(super) fn of(book: &'a Book) -> Context<'a> {
        Context { book, basis: OnceCell::new() }
    }

    /// The facts until the end of the newest edition or release; `None` if there is none.
    pub fn basis(&self) -> Option<&Basis<'a>> {
        let until = || Some(Basis::of(self.book, self.book.counted_until()?));
        self.basis.get_or_init(until).as_ref()
    }
}

/// A book as one audience gets it.
#[derive(Debug)]
pub struct Published<'a> {
    /// The facts that the audience's figures are made of.
    pub basis: &'a Basis<'a>,
    /// The days on which editions end.
    pub days: Vec<NaiveDate>,
}

/// What a narrative may call by name, each with what it is about.
#[derive(Clone, Debug)]
pub struct Callable {
    /// Tables.
    pub tables: Vec<(&'static str, About)>,
    /// Charts.
    pub charts: Vec<(&'static str, About)>,
}
