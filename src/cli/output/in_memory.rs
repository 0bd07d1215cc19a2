//! A book that is made in memory, beside the one that was made before.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;

use crate::cli::output::book_files::BookFiles;
use crate::load::source::digest::sha256;

/// Files by their paths, each with its SHA-256.
type Files = BTreeMap<String, (String, Arc<Vec<u8>>)>;

/// A book in memory.
pub(in crate::cli) struct InMemory<'a> {
    old: &'a Files,
    id: String,
    new: Mutex<Files>,
}

impl<'a> InMemory<'a> {
    /// Begins a book beside the files that were made before.
    pub(in crate::cli) fn after(old: &'a Files, id: &str) -> InMemory<'a> {
        InMemory { old, id: id.to_owned(), new: Mutex::default() }
    }

    /// Returns the files, by their paths from the folder of all books.
    pub(in crate::cli) fn into_files(self) -> Files {
        self.new.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn made(&self) -> MutexGuard<'_, Files> {
        self.new.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn place(&self, path: &str) -> String {
        format!("{}/{path}", self.id)
    }
}

impl BookFiles for InMemory<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> Result<()> {
        self.write_with(path, bytes, sha256(bytes))
    }

    fn write_with(&self, path: &str, bytes: &[u8], digest: String) -> Result<()> {
        self.made().insert(self.place(path), (digest, Arc::new(bytes.to_vec())));
        Ok(())
    }

    fn take_over(&self, path: &str, digest: &str) -> Result<bool> {
        let place = self.place(path);
        let old = self.old.get(&place).filter(|(own, _)| own == digest);
        let Some(old) = old else { return Ok(false) };
        self.made().insert(place, old.clone());
        Ok(true)
    }
}
