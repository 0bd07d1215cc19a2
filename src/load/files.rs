//! The paths of the files that were looked at, by their numbers.

use crate::model::book::FileId;

/// The paths of the files that were looked at.
#[derive(Clone, Debug, Default)]
pub struct Files {
    paths: Vec<String>,
}

impl Files {
    /// The path of a file, from the root of the data.
    pub fn path(&self, file: FileId) -> &str {
        self.paths.get(file.0 as usize).map_or("", String::as_str)
    }

    /// The folder of the book that a file is in.
    pub fn book(&self, file: FileId) -> &str {
        self.path(file).split('/').next().unwrap_or_default()
    }

    /// Every path, in the order of the numbers.
    pub(super) fn paths(&self) -> &[String] {
        &self.paths
    }

    /// Adds a path.
    pub(super) fn add(&mut self, path: String) -> FileId {
        self.paths.push(path);
        FileId(self.paths.len() as u32 - 1)
    }
}
