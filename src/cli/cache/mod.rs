//! The cache: what earlier runs read and made. Without it everything comes out the same, only later.

mod place;
mod shelf;

use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::cli::cache::place::place;
use crate::cli::cache::shelf::Shelf;
use crate::load::cache::Cache as Records;
use crate::load::cache::entries::{Entries, Key};

/// Name of the file that says which documents were made from what.
const DOCUMENTS: &str = "documents";

/// The cache of a run, if it has one.
#[derive(Debug)]
pub(super) struct Cache {
    shelf: Option<Arc<Shelf>>,
    documents: OnceLock<Entries>,
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
        Cache { shelf: shelf.map(Arc::new), documents: OnceLock::new() }
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

/// Which document was made from what, so that none is set again whose inputs are the same.
impl Cache {
    /// Returns the SHA-256 of the document that an earlier run made from some inputs.
    pub(super) fn document(&self, inputs: &Key) -> Option<String> {
        String::from_utf8(self.documents()?.get(inputs)?.to_vec()).ok()
    }

    /// Notes the SHA-256 of the document that this run made from some inputs.
    pub(super) fn set_document(&self, inputs: Key, sha256: &str) {
        if let Some(documents) = self.documents() {
            documents.add(inputs, sha256.as_bytes().to_vec());
        }
    }

    /// Keeps what was noted.
    pub(super) fn keep_documents(&self) {
        if let (Some(shelf), Some(documents)) = (&self.shelf, self.documents.get()) {
            let renewed = documents.renewed().into_iter();
            shelf.keep(renewed.map(|bytes| (DOCUMENTS.to_owned(), bytes)));
        }
    }

    fn documents(&self) -> Option<&Entries> {
        let shelf = self.shelf.as_ref()?;
        Some(self.documents.get_or_init(|| Entries::of(shelf.fetch(DOCUMENTS))))
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
    fn a_document_is_known_by_what_it_was_made_from() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Cache::on(Shelf::open(folder.path().join("tongbao"), &[]));
        let (inputs, others) = (Key::of("document", b"1"), Key::of("document", b"2"));
        let first = open();
        assert_eq!(first.document(&inputs), None);
        first.set_document(inputs, "0a1b");
        first.keep_documents();
        let next = open();
        assert_eq!(next.document(&inputs).as_deref(), Some("0a1b"));
        assert_eq!(next.document(&others), None);
        assert_eq!(Cache::none().document(&inputs), None);
    }
}
