//! The paths of all files that were looked at, by number.

use crate::model::book::FileId;

/// The paths of all files that were looked at.
#[derive(Clone, Debug, Default)]
pub struct Files {
    paths: Vec<String>,
}

impl Files {
    /// Returns the path of a file, from the root of the data.
    pub fn path(&self, file: FileId) -> &str {
        self.paths.get(file.0 as usize).map_or("", String::as_str)
    }

    /// Returns the folder of the book that a file belongs to.
    pub fn book(&self, file: FileId) -> &str {
        self.path(file).split('/').next().unwrap_or_default()
    }

    /// Returns every path, in the order of the numbers.
    pub(super) fn paths(&self) -> &[String] {
        &self.paths
    }

    /// Adds a path, and returns its number.
    pub(super) fn add(&mut self, path: String) -> FileId {
        self.paths.push(path);
        FileId(self.paths.len() as u32 - 1)
    }
}
