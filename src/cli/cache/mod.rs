//! The cache: what earlier runs read and made. Without it everything comes out the same, only later.

mod place;
mod shelf;

use std::path::Path;
use std::sync::Arc;

use crate::cli::cache::place::place;
use crate::cli::cache::shelf::Shelf;
use crate::load::cache::Cache as Records;

/// The cache of a run, if it has one.
#[derive(Debug)]
pub(super) struct Cache {
    shelf: Option<Arc<Shelf>>,
}

impl Cache {
    /// Opens the cache of the user, which must lie apart from some folders: the data and the output.
    pub(super) fn apart_from(folders: &[&Path]) -> Cache {
        let shelf = place().and_then(|place| Shelf::open(place, folders));
        Cache { shelf: shelf.map(Arc::new) }
    }

    /// Makes a run without a cache.
    pub(super) fn none() -> Cache {
        Cache { shelf: None }
    }

    /// Lets data be read with the records of earlier runs, and keeps those that are new.
    pub(super) fn reading<T>(&self, read: impl FnOnce(Option<&Records>) -> T) -> T {
        let Some(shelf) = &self.shelf else { return read(None) };
        let fetch = Arc::clone(shelf);
        let records = Records::new(move |book| fetch.fetch(&name(book)));
        let result = read(Some(&records));
        let renewed = records.renewed().into_iter();
        shelf.keep(renewed.map(|(book, bytes)| (name(&book), bytes)));
        result
    }

    /// Says what failed, once.
    pub(super) fn tell(&self) {
        self.shelf.iter().for_each(|shelf| shelf.tell());
    }
}

/// Returns the name of the file with the records of a book.
fn name(book: &str) -> String {
    format!("{book}.records")
}
