//! The mark of a folder that this program made: its files with the digests of their bytes.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::cli::output::refusal::failure;
use crate::load::source::digest::sha256;
use crate::model::dictionary::Level;
use crate::report::edition::notices::SUPPOSED;

/// The files of a folder, by their paths in it.
///
/// It is written as `sha256sum` writes it, so that `sha256sum -c .tongbao` checks a folder. A
/// path that changes its bytes has two digests until it has.
#[derive(Debug, Default)]
pub(super) struct Mark {
    files: BTreeMap<String, Vec<String>>,
}

impl Mark {
    /// Reads a mark; it is empty if there is none.
    ///
    /// A last line without an end does not count: a crash or a full disk cut it off, before the file
    /// that it was to name was made.
    pub(super) fn read(path: &Path) -> Result<Mark> {
        let text = match fs::read_to_string(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
            text => text.with_context(|| failure("读不出", path))?,
        };
        let mut mark = Mark::default();
        let end = text.rfind('\n').map_or(0, |end| end + 1);
        for line in text[..end].lines() {
            match line.split_once("  ") {
                Some((digest, file)) if is_inside(file) => {
                    let digests = mark.files.entry(file.to_owned()).or_default();
                    digests.push(digest.to_owned());
                }
                _ => bail!("{}：{line}", failure("看不懂", path)),
            }
        }
        Ok(mark)
    }

    /// Adds a file with the digest of its bytes, or of further bytes.
    pub(super) fn add(&mut self, file: &str, digest: String) {
        self.files.entry(file.to_owned()).or_default().push(digest);
    }

    /// Returns whether it names a file.
    pub(super) fn names(&self, file: &str) -> bool {
        self.files.contains_key(file)
    }

    /// Returns whether a file was made with bytes of a digest.
    pub(super) fn has(&self, file: &str, digest: &str) -> bool {
        let mut digests = self.files.get(file).into_iter().flatten();
        digests.any(|made| made == digest)
    }

    /// Returns whether these are the bytes of a file as it was made.
    pub(super) fn is_made(&self, file: &str, bytes: &[u8]) -> bool {
        self.has(file, &sha256(bytes))
    }

    /// Returns the paths, in their order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Returns the text of the mark.
    pub(super) fn text(&self) -> Vec<u8> {
        let mut text = String::new();
        for (file, digests) in &self.files {
            text.extend(digests.iter().map(|digest| line(digest, file)));
        }
        text.into_bytes()
    }
}

/// Returns the line of a file.
pub(super) fn line(digest: &str, file: &str) -> String {
    format!("{digest}  {file}\n")
}

/// Returns whether a path stays in the folder that it is relative to.
pub(super) fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// What an output folder holds; nothing else may be put into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Holds {
    /// For whom it is.
    pub(in crate::cli) level: Level,
    /// Whether it was made from suppositions.
    pub(in crate::cli) is_supposed: bool,
}

impl Holds {
    /// Returns how it is marked, such as 内部, or 内部推演.
    pub(super) fn word(self) -> String {
        let supposed = if self.is_supposed { SUPPOSED } else { "" };
        format!("{}{supposed}", self.level.label())
    }

    /// Returns what a mark says.
    pub(super) fn marked(word: &str) -> Option<Holds> {
        let levels = Level::ALL.iter().copied();
        let mut all = levels.flat_map(|level| {
            [false, true].map(|is_supposed| Holds { level, is_supposed })
        });
        all.find(|holds| holds.word() == word)
    }
}
