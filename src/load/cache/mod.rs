//! Records of earlier runs, by the contents of the files that they were read from.

pub mod entries;
pub(super) mod memory;

use std::collections::BTreeMap;
use std::fmt::{Debug, Formatter};
use std::sync::{Arc, Mutex, PoisonError};

use crate::load::cache::entries::Entries;

/// Function that fetches what was kept of a book's records; no bytes if that is nothing.
type Fetch = Box<dyn Fn(&str) -> Vec<u8> + Send + Sync>;

/// The records of earlier runs, each book's fetched when the first of its files is read.
pub struct Cache {
    fetch: Fetch,
    books: Mutex<BTreeMap<String, Arc<Entries>>>,
}

impl Cache {
    /// Makes a cache of what a function fetches for a book.
    pub fn new(fetch: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static) -> Cache {
        Cache { fetch: Box::new(fetch), books: Mutex::default() }
    }

    /// Returns the records of a book.
    pub(super) fn book(&self, id: &str) -> Arc<Entries> {
        let mut books = self.books.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entries) = books.get(id) {
            return Arc::clone(entries);
        }
        let entries = Arc::new(Entries::of((self.fetch)(id)));
        books.insert(id.to_owned(), Arc::clone(&entries));
        entries
    }

    /// Returns what is to be kept of each book's records from now on, where that has changed.
    pub fn renewed(&self) -> Vec<(String, Vec<u8>)> {
        let books = self.books.lock().unwrap_or_else(PoisonError::into_inner);
        let renewed =
            books.iter().map(|(id, entries)| Some((id.clone(), entries.renewed()?)));
        renewed.flatten().collect()
    }
}

impl Debug for Cache {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.debug_struct("Cache").field("books", &self.books).finish_non_exhaustive()
    }
}
