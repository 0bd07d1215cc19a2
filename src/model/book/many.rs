//! The records of a kind, of which a book may have any number.

use std::ops::Index;

use crate::model::book::filed::Filed;
use crate::model::work::{Looks, RECORDS};

/// The records of a kind, sorted by path. Each that is looked at is counted as work.
#[derive(Debug)]
pub struct Many<T>(Vec<Filed<T>>);

impl<T> Many<T> {
    /// Returns the records, one after the other.
    pub fn iter(&self) -> Looks<'_, Filed<T>> {
        Looks::at(&self.0, &RECORDS)
    }

    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a record.
    pub(super) fn push(&mut self, filed: Filed<T>) {
        self.0.push(filed);
    }

    /// Returns the records, to be put right before the book is built.
    pub(super) fn as_mut_slice(&mut self) -> &mut [Filed<T>] {
        &mut self.0
    }
}

impl<T> Default for Many<T> {
    fn default() -> Many<T> {
        Many(Vec::new())
    }
}

impl<T> Clone for Many<T> {
    fn clone(&self) -> Many<T> {
        Many(self.0.clone())
    }
}

impl<T> Index<usize> for Many<T> {
    type Output = Filed<T>;

    fn index(&self, at: usize) -> &Filed<T> {
        RECORDS.count();
        &self.0[at]
    }
}

impl<'a, T> IntoIterator for &'a Many<T> {
    type Item = &'a Filed<T>;
    type IntoIter = Looks<'a, Filed<T>>;

    fn into_iter(self) -> Looks<'a, Filed<T>> {
        self.iter()
    }
}

impl<T> FromIterator<Filed<T>> for Many<T> {
    fn from_iter<I: IntoIterator<Item = Filed<T>>>(records: I) -> Many<T> {
        Many(records.into_iter().collect())
    }
}
