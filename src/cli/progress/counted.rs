//! A tree of files that tells how many of them have been read.

use anyhow::Result;

use crate::cli::progress::Progress;
use crate::load::source::files::{Listed, Tree};

/// A tree, and the progress of reading it.
pub(in crate::cli) struct Counted<'a> {
    /// The tree.
    pub(in crate::cli) tree: &'a dyn Tree,
    /// Where the step stands out.
    pub(in crate::cli) progress: &'a Progress,
}

impl Tree for Counted<'_> {
    fn list(&self) -> Vec<Listed> {
        let list = self.tree.list();
        self.progress.counted_step("读取数据", list.len());
        list
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let bytes = self.tree.read(path);
        self.progress.advance();
        bytes
    }
}
