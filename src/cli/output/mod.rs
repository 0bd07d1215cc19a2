//! The output folder: it bears a mark, holds nothing but what this program made, and changes
//! book by book, the portal last, so that a crash leaves each book old or new.

pub(super) mod book_files;
mod folder;
pub(super) mod in_memory;
pub(super) mod location;
mod lock;
pub(super) mod mark;
pub(super) mod new_files;
mod own_files;
mod refusal;
pub(super) mod stage;
pub(super) mod staged_book;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::cli::output::folder::{Entry, MARK, PART, PLACE, PORTAL, entries};
use crate::cli::output::location::{apart_from, is_adoptable, located};
use crate::cli::output::lock::locked;
use crate::cli::output::mark::{Holds, Mark};
use crate::cli::output::own_files::{foreign_files, remove_empty, remove_marked};
use crate::cli::output::refusal::{edited, failure, listed};
use crate::cli::output::stage::Stage;
use crate::diagnostic::plain::plain_line;
use crate::load::source::digest::sha256;

/// The output folder, open to this run alone until it is dropped.
#[derive(Debug)]
pub(super) struct Output {
    root: PathBuf,
    /// The folder as it was typed, for messages.
    typed: PathBuf,
    /// Held for as long as the folder is open.
    _lock: File,
}

impl Output {
    /// Opens the folder for one audience, or for suppositions, and finishes what a run that was cut off left behind.
    ///
    /// Fails if the folder is, holds or lies in the data, or holds what this program did not make.
    pub(super) fn open(typed: &Path, data: &Path, holds: Holds) -> Result<Output> {
        let root = located(typed)?;
        apart_from(typed, data)?;
        let mark = root.join(MARK);
        if !mark.symlink_metadata().is_ok_and(|entry| entry.is_dir()) {
            is_adoptable(&root, typed)?;
        }
        fs::create_dir_all(&mark).with_context(|| failure("建不了输出文件夹", typed))?;
        let lock = locked(&mark.join("lock"), typed)?;
        let output = Output { root, typed: typed.to_owned(), _lock: lock };
        output.require_own_files()?;
        output.recover()?;
        output.keep_to(holds)?;
        Ok(output)
    }

    /// Starts a set of books that take their places together.
    pub(super) fn stage(&self) -> Stage<'_> {
        Stage::new(&self.root)
    }

    /// Puts the books that are ready in their places, and removes those that are not to be kept.
    pub(super) fn publish(
        &self,
        mut stage: Stage,
        kept: &BTreeSet<String>,
    ) -> Result<()> {
        // The books took their time, in which somebody may have put something in.
        self.require_own_files()?;
        let gone: Vec<String> = self.books()?.difference(kept).cloned().collect();
        for id in &gone {
            stage.look_for_edits(id)?;
        }
        for id in stage.ready(&self.typed)? {
            self.exchange(id)?;
        }
        for id in &gone {
            stage.take_down(id)?;
        }
        stage.clear()
    }

    /// Returns the ids of the books in the folder.
    pub(super) fn books(&self) -> Result<BTreeSet<String>> {
        let mut books = BTreeSet::new();
        for Entry { name, path, .. } in entries(&self.root)? {
            if name != MARK && path.join(MARK).is_file() {
                books.insert(name);
            }
        }
        Ok(books)
    }

    /// Returns the places of the books on the portal, in the order of their ids.
    pub(super) fn places(&self) -> Result<Vec<Value>> {
        let place = |id: &String| {
            let path = self.root.join(id).join(PLACE);
            let bytes = fs::read(&path).with_context(|| failure("读不出", &path))?;
            serde_json::from_slice(&bytes).with_context(|| failure("看不懂", &path))
        };
        self.books()?.iter().map(place).collect()
    }

    /// Writes the portal, after all books.
    ///
    /// The mark names the old and the new bytes while they change places, so that whatever a
    /// crash leaves behind is known as ours.
    pub(super) fn portal(&self, bytes: &[u8]) -> Result<()> {
        let (target, files) =
            (self.root.join(PORTAL), self.root.join(MARK).join("files"));
        let mut mark = Mark::read(&files)?;
        let present = fs::read(&target).ok();
        if present.as_deref() == Some(bytes) && mark.is_made(PORTAL, bytes) {
            return Ok(());
        }
        if present.is_some_and(|present| !mark.is_made(PORTAL, &present)) {
            return Err(edited(&self.typed, &[PORTAL.to_owned()]));
        }
        mark.add(PORTAL, sha256(bytes));
        self.replace(&files, &mark.text())?;
        self.replace(&target, bytes)?;
        let mut mark = Mark::default();
        mark.add(PORTAL, sha256(bytes));
        self.replace(&files, &mark.text())
    }

    /// Writes a file under another name and puts it in its place at once.
    fn replace(&self, target: &Path, bytes: &[u8]) -> Result<()> {
        let part = self.root.join(MARK).join(PART);
        fs::write(&part, bytes)
            .and_then(|()| fs::rename(&part, target))
            .with_context(|| failure("写不了", target))
    }

    /// Returns where the first page of a book is, for the person who runs the command.
    pub(super) fn first_page(&self, id: &str) -> String {
        let page = self.typed.join(id).join("index.html");
        plain_line(&page.to_string_lossy()).into_owned()
    }

    /// A folder is made for one audience alone: what was made for another must not stay in it, nor
    /// must suppositions stand beside results.
    fn keep_to(&self, holds: Holds) -> Result<()> {
        let (path, label) = (self.root.join(MARK).join("audience"), holds.word());
        let marked = fs::read_to_string(&path).unwrap_or_default();
        if marked.trim() == label {
            return Ok(());
        }
        if self.books()?.is_empty() {
            return self.replace(&path, format!("{label}\n").as_bytes());
        }
        let other = Holds::marked(marked.trim());
        let other = other
            .map_or("不知给谁看".to_owned(), |holds| format!("{}版", holds.word()));
        bail!(
            "“{}”里已有{other}的通报，不能再放{label}版；用 --out 另写一个文件夹，或先清空它",
            self.typed.display(),
        )
    }

    /// Fails if anything in the folder was not made by this program.
    fn require_own_files(&self) -> Result<()> {
        let foreign = foreign_files(&self.root)?;
        if foreign.is_empty() {
            return Ok(());
        }
        bail!(
            "“{}”里有不是本程序生成的文件：{}；生成会弄丢它们，所以没有动手。\
             把它们移到别处再来，或用 --out 另写一个文件夹",
            self.typed.display(),
            listed(&foreign),
        )
    }

    /// Moves the old folder of a book aside and the new one in.
    fn exchange(&self, id: &str) -> Result<()> {
        let (target, mark) = (self.root.join(id), self.root.join(MARK));
        let (staged, retired) = (mark.join("staged").join(id), mark.join("retired"));
        if target.exists() {
            fs::create_dir_all(&retired)
                .with_context(|| failure("建不了文件夹", &retired))?;
            fs::rename(&target, retired.join(id))
                .with_context(|| failure("移不开旧的", &target))?;
        }
        fs::rename(&staged, &target).with_context(|| failure("换不上新的", &target))?;
        self.clear_retired()
    }

    /// Finishes what a run that was cut off left behind.
    fn recover(&self) -> Result<()> {
        self.clear_retired()?;
        self.stage().clear()
    }

    /// A book that was moved aside without its successor goes back; other old ones are removed.
    fn clear_retired(&self) -> Result<()> {
        let retired = self.root.join(MARK).join("retired");
        for Entry { name, path, .. } in entries(&retired)? {
            let target = self.root.join(name);
            if target.symlink_metadata().is_ok() {
                remove_marked(&path)?;
            } else {
                fs::rename(path, &target)
                    .with_context(|| failure("恢复不了", &target))?;
            }
        }
        remove_empty(&retired)
    }
}
