//! The source that a measure takes facts from.

use std::cell::RefCell;
use std::collections::HashSet;
use std::sync::Arc;

use crate::figures::facts::attribution::{ByRoll, Rows};
use crate::figures::facts::stages::base::Base;
use crate::figures::facts::terms::Terms;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::indicator::Indicator;
use crate::model::plan::indicator::filter::CountingCondition;

/// What a measure takes facts from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a, 's> {
    /// Book.
    pub book: &'a Book,
    /// Plan that declares the indicator.
    pub plan: &'a Plan,
    /// Indicator.
    pub indicator: &'a Indicator,
    /// Rows that facts are credited to, by the units of the day.
    pub rows: &'s ByRoll<Rows>,
    /// What the facts are a part of, as of whose day their records have their attributes; `None`
    /// where that is each one's own day.
    pub base: Option<Base>,
    /// What must hold before a fact counts.
    pub conditions: &'s [Arc<CountingCondition>],
    /// The terms of the facts that were taken so far.
    pub terms: &'s TermsPool,
    /// The position of each project in another state of the book from which its facts are taken
    /// over; `None` if no facts are taken over.
    pub shared: Option<&'s [Option<usize>]>,
}

/// Terms of facts, each kept once however many facts have them.
#[derive(Debug, Default)]
pub struct TermsPool(RefCell<HashSet<Arc<Terms>>>);

impl TermsPool {
    /// Returns the terms, shared with the facts that have the same.
    pub(in crate::figures) fn shared(&self, terms: Terms) -> Arc<Terms> {
        let mut pool = self.0.borrow_mut();
        if let Some(known) = pool.get(&terms) {
            return Arc::clone(known);
        }
        let terms = Arc::new(terms);
        pool.insert(Arc::clone(&terms));
        terms
    }
}
