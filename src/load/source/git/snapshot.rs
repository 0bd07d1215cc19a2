//! The files of a revision in memory, as a tree.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::load::source::files::{Listed, ListedKind, Tree};

/// The files of a revision, read into memory.
#[derive(Clone, Debug)]
pub struct Snapshot {
    files: BTreeMap<String, Entry>,
}

/// A file: its kind and its bytes.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: ListedKind,
    pub(super) bytes: Vec<u8>,
}

impl Snapshot {
    /// Makes a snapshot from files by path.
    pub(super) fn of(files: BTreeMap<String, Entry>) -> Snapshot {
        Snapshot { files }
    }
}

impl Tree for Snapshot {
    fn list(&self) -> Vec<Listed> {
        self.files
            .iter()
            .map(|(path, entry)| Listed { path: path.clone(), kind: entry.kind.clone() })
            .collect()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        self.files
            .get(path)
            .map(|entry| entry.bytes.clone())
            .with_context(|| format!("版本里没有 {path}"))
    }
}
