//! What rules look at besides records: figures, computed once for all rules, the published book of
//! an audience, and what a narrative may call.

use std::cell::OnceCell;

use chrono::NaiveDate;

use crate::check::moved::Moves;
use crate::figures::basis::Basis;
use crate::model::book::Book;
use crate::model::edition::About;

/// A book without errors, with its figures.
#[derive(Debug)]
pub struct Context<'a> {
    /// The book.
    pub book: &'a Book,
    basis: OnceCell<Option<Basis<'a>>>,
    moves: OnceCell<Option<Moves<'a>>>,
}

impl<'a> Context<'a> {
    /// Makes a context without any figures; they are computed when first needed.
    pub(super) fn of(book: &'a Book) -> Context<'a> {
        Context { book, basis: OnceCell::new(), moves: OnceCell::new() }
    }

    /// Returns the facts until the end of the newest edition or release; `None` if there is none.
    pub fn basis(&self) -> Option<&Basis<'a>> {
        self.basis
            .get_or_init(|| Some(Basis::of(self.book, self.book.counted_until()?)))
            .as_ref()
    }

    /// Returns what moved of the released editions; `None` if there is none.
    pub fn moves(&self) -> Option<&Moves<'a>> {
        if self.book.releases.is_empty() {
            return None;
        }
        self.moves.get_or_init(|| Some(Moves::of(self.basis()?))).as_ref()
    }
}

/// A book as an audience gets it.
#[derive(Debug)]
pub struct Published<'a> {
    /// The facts that the audience's figures are computed from.
    pub basis: &'a Basis<'a>,
    /// The last days of the editions.
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
