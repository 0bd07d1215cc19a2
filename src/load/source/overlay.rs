//! A folder with other files laid over it, as it would be if they were written.

use std::collections::BTreeMap;

use anyhow::Result;

use crate::load::source::files::{Folder, Listed, ListedKind, Tree};

/// A folder with files laid over it.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// The folder.
    pub under: Folder,
    /// The files, by their paths from its root.
    pub over: BTreeMap<String, Vec<u8>>,
}

impl Tree for Overlay {
    fn list(&self) -> Vec<Listed> {
        let mut list = self.under.list();
        list.retain(|listed| !self.over.contains_key(&listed.path));
        let over = self.over.iter().map(|(path, bytes)| Listed {
            path: path.clone(),
            kind: ListedKind::File(bytes.len() as u64),
        });
        list.extend(over);
        list.sort_by(|left, right| left.path.cmp(&right.path));
        list
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        match self.over.get(path) {
            Some(bytes) => Ok(bytes.clone()),
            None => self.under.read(path),
        }
    }
}
