//! The cache: what earlier runs read and made. Without it everything comes out the same, only later.

mod place;
mod shelf;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::cli::cache::place::place;
use crate::cli::cache::shelf::Shelf;
use crate::load::cache::Cache as Records;
use crate::load::cache::entries::{Entries, Key};

/// Name of the file that says which files of outputs were made from what.
const OUTPUTS: &str = "outputs";

/// The cache of a run, if it has one.
#[derive(Debug)]
pub(super) struct Cache {
    shelf: Option<Arc<Shelf>>,
    outputs: OnceLock<Entries>,
}

impl Cache {
    /// Opens the cache of the user, which must lie apart from some folders: the data and the output.
    pub(super) fn apart_from(folders: &[&Path]) -> Cache {
        Cache::on(place().and_then(|place| Shelf::open(place, folders)))
    }

    /// Makes a run without a cache.
    pub(super) fn none() -> Cache {
        Cache::on(None)
    }

    fn on(shelf: Option<Shelf>) -> Cache {
        Cache { shelf: shelf.map(Arc::new), outputs: OnceLock::new() }
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

/// Which file of an output was made from what, so that none is made again whose inputs are the
/// same. Nothing of the files themselves is in the cache.
impl Cache {
    /// Returns whether it knows of files that were made, so that it is worth asking.
    pub(super) fn is_there(&self) -> bool {
        self.shelf.is_some()
    }

    /// Returns the SHA-256 of the file that an earlier run made from some inputs.
    pub(super) fn made(&self, inputs: &Key) -> Option<&str> {
        std::str::from_utf8(self.outputs()?.get(inputs)?).ok()
    }

    /// Notes the SHA-256 of the file that this run made from some inputs.
    pub(super) fn note(&self, inputs: Key, sha256: &str) {
        if let Some(outputs) = self.outputs() {
            outputs.add(inputs, sha256.as_bytes().to_vec());
        }
    }

    /// Keeps what was noted.
    pub(super) fn keep_notes(&self) {
        if let (Some(shelf), Some(outputs)) = (&self.shelf, self.outputs.get()) {
            let renewed = outputs.renewed().into_iter();
            shelf.keep(renewed.map(|bytes| (OUTPUTS.to_owned(), bytes)));
        }
    }

    fn outputs(&self) -> Option<&Entries> {
        let shelf = self.shelf.as_ref()?;
        Some(self.outputs.get_or_init(|| Entries::of(shelf.fetch(OUTPUTS))))
    }
}

/// Returns the name of the file with the records of a book.
fn name(book: &str) -> String {
    format!("{book}.records")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_was_made_from() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Cache::on(Shelf::open(folder.path().join("tongbao"), &[]));
        let (inputs, others) = (Key::of("document", b"1"), Key::of("document", b"2"));
        let first = open();
        assert_eq!(first.made(&inputs), None);
        first.note(inputs, "0a1b");
        first.keep_notes();
        let next = open();
        assert_eq!(next.made(&inputs), Some("0a1b"));
        assert_eq!(next.made(&others), None);
        assert_eq!(Cache::none().made(&inputs), None);
    }
}
