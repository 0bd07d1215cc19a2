//! Files of a revision, in memory: a tree like a folder on disk.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use crate::load::source::files::{Listed, ListedKind, Tree};

/// Files of a revision that were read into memory.
#[derive(Clone, Debug)]
pub struct Snapshot {
    files: BTreeMap<String, Entry>,
}

/// A file: what it is, and its bytes.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) kind: ListedKind,
    pub(super) bytes: Vec<u8>,
}

impl Snapshot {
    /// A snapshot of some files by path.
    pub(super) fn of(files: BTreeMap<String, Entry>) -> Snapshot {
        Snapshot { files }
    }
}

impl Tree for Snapshot {
    fn list(&self) -> Vec<Listed> {
        let listed = |(path, entry): (&String, &Entry)| Listed {
            path: path.clone(),
            kind: entry.kind.clone(),
        };
        self.files.iter().map(listed).collect()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let found = self.files.get(path);
        found
            .map(|entry| entry.bytes.clone())
            .with_context(|| format!("版本里没有 {path}"))
    }
}
