//! The files of a revision: a tree like a folder on disk, whose files are read when they are asked for.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use sha1::Sha1;
use sha2::{Digest, Sha256};

use crate::load::source::digest::hexadecimal;
use crate::load::source::files::{Listed, ListedKind, Tree};
use crate::load::source::git::objects::Objects;

/// The files of a revision.
#[derive(Debug)]
pub struct Snapshot {
    files: BTreeMap<String, Entry>,
    objects: Objects,
}

/// A file of a revision.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it is.
    pub(super) kind: ListedKind,
    /// Id of its contents.
    pub(super) id: String,
}

impl Snapshot {
    /// A snapshot of some files by path, whose contents are among some objects.
    pub(super) fn of(files: BTreeMap<String, Entry>, objects: Objects) -> Snapshot {
        Snapshot { files, objects }
    }

    /// Returns the paths whose files differ from those of another snapshot; none is read for it.
    pub fn differing(&self, other: &Snapshot) -> Vec<String> {
        let differs =
            |(path, entry): &(&String, &Entry)| other.files.get(*path) != Some(*entry);
        let gone =
            other.files.keys().filter(|path| !self.files.contains_key(path.as_str()));
        let changed = self.files.iter().filter(differs).map(|(path, _)| path);
        changed.chain(gone).cloned().collect()
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
        let entry = self.files.get(path);
        let entry = entry.filter(|entry| matches!(entry.kind, ListedKind::File(_)));
        self.objects.read(&entry.with_context(|| format!("版本里没有 {path}"))?.id)
    }

    fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        self.files.get(path).is_some_and(|entry| {
            matches!(entry.kind, ListedKind::File(_))
                && entry.id == id(bytes, entry.id.len())
        })
    }
}

/// Returns the id under which git keeps the bytes of a file; its length says which digest the
/// repository uses.
fn id(bytes: &[u8], length: usize) -> String {
    /// The digits of a SHA-1.
    const SHORT: usize = 40;
    let head = format!("blob {}\0", bytes.len());
    if length == SHORT {
        hexadecimal(&Sha1::new().chain_update(head).chain_update(bytes).finalize())
    } else {
        hexadecimal(&Sha256::new().chain_update(head).chain_update(bytes).finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_the_id_that_git_gives_it() {
        let ids = [
            "ce013625030ba8dba906f756967f9e9ca394464a",
            "2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4",
        ];
        for known in ids {
            assert_eq!(id(b"hello\n", known.len()), known);
        }
    }
}
