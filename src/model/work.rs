//! How much work was done, counted in debug builds: a test holds that it grows as the data do and
//! no faster.

use std::slice;
use std::sync::atomic::{AtomicU64, Ordering};

/// Records of books that were looked at.
pub static RECORDS: Work = Work::none();

/// Facts that were looked at.
pub static FACTS: Work = Work::none();

/// Numbers, amounts and days that were made texts.
pub static TEXTS: Work = Work::none();

/// Pages that were made.
pub static PAGES: Work = Work::none();

/// Something that is done again and again.
#[derive(Debug)]
pub struct Work(AtomicU64);

impl Work {
    const fn none() -> Work {
        Work(AtomicU64::new(0))
    }

    /// Counts it once more; a release build counts nothing.
    pub fn count(&self) {
        if cfg!(debug_assertions) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Returns how often it was done so far.
    pub fn done(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Goes through some items and counts each that is looked at.
#[derive(Clone, Debug)]
pub struct Looks<'a, T> {
    items: slice::Iter<'a, T>,
    work: &'static Work,
}

impl<'a, T> Looks<'a, T> {
    /// Returns the items of a slice.
    pub fn at(items: &'a [T], work: &'static Work) -> Looks<'a, T> {
        Looks { items: items.iter(), work }
    }
}

impl<'a, T> Iterator for Looks<'a, T> {
    type Item = &'a T;

    fn next(&mut self) -> Option<&'a T> {
        self.work.count();
        self.items.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.items.size_hint()
    }
}

impl<'a, T> DoubleEndedIterator for Looks<'a, T> {
    fn next_back(&mut self) -> Option<&'a T> {
        self.work.count();
        self.items.next_back()
    }
}

impl<T> ExactSizeIterator for Looks<'_, T> {}
