//! Two states of the data: both loaded, with the raw content of the files that differ.

use std::collections::BTreeSet;

use anyhow::Result;

use crate::load::assemble::{Loaded, assemble};
use crate::load::cache::Cache;
use crate::load::glyphs::Covers;
use crate::load::parse::{Parsed, parse};
use crate::load::record::yaml_part;
use crate::load::slots::kind_at;
use crate::load::source::differing::differing;
use crate::load::source::files::{Folder, Tree};
use crate::load::source::git::{Repository, Revision};
use crate::load::source::laid::Laid;
use crate::load::{markdown, text, yaml};
use crate::model::dictionary::Kind;
use crate::model::dictionary::written::Written;
use crate::model::edition::release::sums::SUMS;

/// The source of one state of the data.
#[derive(Clone, Debug)]
pub enum State {
    /// A folder on disk.
    Folder(Folder),
    /// A folder on disk with files laid over it.
    Laid(Laid),
    /// A revision in a repository.
    Revision(Repository, Revision),
}

/// Two states of the data, and their differences.
#[derive(Debug)]
pub struct Pair {
    /// The state before.
    pub before: Side,
    /// The state after.
    pub after: Side,
    /// The files with records that differ, sorted by path.
    pub changed: Vec<ChangedFile>,
    /// Every path that differs.
    pub paths: BTreeSet<String>,
}

/// One state, loaded.
pub struct Side {
    /// Books and faults.
    pub loaded: Loaded,
    /// The files, which may be looked at again.
    pub tree: Box<dyn Tree>,
}

/// A file that differs, with its content on both sides.
#[derive(Debug)]
pub struct ChangedFile {
    /// Id of the book.
    pub book: String,
    /// Path inside the book's folder.
    pub path: String,
    /// Kind of its record.
    pub kind: &'static Kind,
    /// Content before; `None` if the file did not exist or could not be read.
    pub before: Option<WrittenFile>,
    /// Content after; `None` if the file does not exist or cannot be read.
    pub after: Option<WrittenFile>,
    /// Whether the file existed, readable or not: before, after.
    pub there: (bool, bool),
}

/// The content of a file, not interpreted.
#[derive(Clone, Debug)]
pub struct WrittenFile {
    /// The record.
    pub record: Written,
    /// Text below the front matter of an edition; empty for other files.
    pub body: String,
}

impl std::fmt::Debug for Side {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.debug_struct("Side").field("loaded", &self.loaded).finish_non_exhaustive()
    }
}

impl Pair {
    /// Loads the books of both states in which anything differs: those after completely, those before
    /// by exchanging the files that differ. What a book comes to depends on no other book.
    pub fn load(
        before: &State,
        after: &State,
        book: Option<&str>,
        covers: Covers,
        cache: Option<&Cache>,
    ) -> Result<Pair> {
        let (paths, old, new) = contrast(before, after)?;
        let ours = |path: &str| book.is_none_or(|book| top(path) == book);
        let paths: BTreeSet<String> =
            paths.into_iter().filter(|path| ours(path)).collect();
        let touched: BTreeSet<&str> = paths.iter().map(|path| top(path)).collect();
        let differs = |path: &str| touched.contains(top(path));
        let new_files = parse(new.as_ref(), differs, covers, cache);
        let touched = parse(old.as_ref(), |path| paths.contains(path), covers, cache);
        let old_files = exchanged(&new_files, touched, &paths);
        let changed = (paths.iter())
            .filter_map(|path| changed(path, old.as_ref(), new.as_ref()))
            .collect();
        Ok(Pair {
            before: Side { loaded: assemble(old_files), tree: old },
            after: Side { loaded: assemble(new_files), tree: new },
            changed,
            paths,
        })
    }
}

/// Returns the folder of the data that a path is in: that of a book.
fn top(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

/// The paths that differ, and both trees.
type Contrast = (Vec<String>, Box<dyn Tree>, Box<dyn Tree>);

fn contrast(before: &State, after: &State) -> Result<Contrast> {
    if let (State::Revision(repository, old), State::Revision(_, new)) = (before, after) {
        let (old, new) = (repository.snapshot(old)?, repository.snapshot(new)?);
        return Ok((old.differing(&new), Box::new(old), Box::new(new)));
    }
    let (old, new) = (before.tree()?, after.tree()?);
    let paths = differing(old.as_ref(), new.as_ref());
    Ok((paths, old, new))
}

impl State {
    fn tree(&self) -> Result<Box<dyn Tree>> {
        Ok(match self {
            State::Folder(folder) => Box::new(folder.clone()),
            State::Laid(laid) => Box::new(laid.clone()),
            State::Revision(repository, revision) => {
                Box::new(repository.snapshot(revision)?)
            }
        })
    }
}

/// Returns the files after, with those that differ taken out and those from before put in.
fn exchanged(
    after: &[Parsed],
    old: Vec<Parsed>,
    paths: &BTreeSet<String>,
) -> Vec<Parsed> {
    let same = after.iter().filter(|parsed| !paths.contains(&parsed.path)).cloned();
    let mut all: Vec<Parsed> = same.chain(old).collect();
    all.sort_by(|left, right| left.path.cmp(&right.path));
    all
}

/// Returns the two versions of a file; `None` if it holds no record.
fn changed(path: &str, old: &dyn Tree, new: &dyn Tree) -> Option<ChangedFile> {
    let (book, inside) = path.split_once('/')?;
    let kind = kind_at(inside)?;
    let (is_before, before) = written(path, old);
    let (is_after, after) = written(path, new);
    let (book, path) = (book.to_owned(), inside.to_owned());
    Some(ChangedFile { book, path, kind, before, after, there: (is_before, is_after) })
}

/// Returns whether there is a file, and what is written in it.
fn written(path: &str, tree: &dyn Tree) -> (bool, Option<WrittenFile>) {
    let bytes = tree.read(path).ok();
    (bytes.is_some(), bytes.and_then(|bytes| written_in(path, bytes)))
}

fn written_in(path: &str, bytes: Vec<u8>) -> Option<WrittenFile> {
    let text = text::decode(bytes).ok()?;
    let is_edition = path.ends_with(".md");
    let (offset, part) = yaml_part(&text, is_edition)?;
    let record = yaml::parse(part, offset).written?;
    let body = if is_edition {
        markdown::split(&text).map_or("", |parts| parts.body.1).trim().to_owned()
    } else {
        String::new()
    };
    Some(WrittenFile { record, body })
}

/// Returns the periods of a book that have a released file.
pub fn released(loaded: &Loaded, book: &str) -> BTreeSet<String> {
    let files = released_files(loaded, book).into_iter();
    files.filter_map(|name| Some(name.strip_suffix(".json")?.to_owned())).collect()
}

/// Returns the names of the files that a book released, without that of their digests.
pub fn released_files(loaded: &Loaded, book: &str) -> BTreeSet<String> {
    let start = format!("{book}/released/");
    let paths = loaded.files.paths().iter();
    let names = paths.filter_map(|path| path.strip_prefix(&start));
    names.filter(|name| !SUMS.ends_with(*name)).map(str::to_owned).collect()
}
