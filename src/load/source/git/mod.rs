//! Revisions read straight from a repository with the `git` command, without a checkout.

mod command;
pub mod history;
mod home;
mod objects;
mod snapshot;
pub mod tag;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::diagnostic::plain::plain_line;
use crate::load::source::differing::differing;
use crate::load::source::files::{Folder, ListedKind, is_hidden};
use crate::load::source::git::command::Git;
use crate::load::source::git::home::home;
use crate::load::source::git::objects::Objects;
use crate::load::source::git::snapshot::{Entry, Snapshot};

/// Advice if a revision may only be missing from a shallow clone.
const SHALLOW: &str = "仓库没有取全历史，先运行 git fetch --unshallow";
/// Advice if nothing has been committed yet.
const UNBORN: &str = "仓库里还没有提交，先运行 git add 和 git commit";

/// Modes of entries that are neither files nor folders.
const LINK: &str = "120000";
const SUBMODULE: &str = "160000";

/// The repository that contains a data folder.
#[derive(Clone, Debug)]
pub struct Repository {
    git: Git,
}

/// The data of a revision: the git tree of its folder.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The name as typed.
    pub name: String,
    /// Id of the commit; empty where a tree was named.
    pub commit: String,
    tree: String,
}

impl Repository {
    /// Finds the repository of a data folder; the folder need not be checked out.
    pub fn around(data: &Path) -> Result<Repository> {
        let git = Git { home: home(data)? };
        git.succeed(&["rev-parse", "--git-dir"])?;
        Ok(Repository { git })
    }

    /// Returns the data of a revision; empty for a revision before the first data.
    pub fn revision(&self, name: &str) -> Result<Revision> {
        if name.is_empty() || name.starts_with('-') || name.contains(char::is_control) {
            bail!("“{}”不是版本的写法", plain_line(name));
        }
        if name.contains("..") {
            bail!("“{name}”是一段范围，这里要写一个版本");
        }
        let Some(root) = self.git.object(&format!("{name}^{{tree}}"))? else {
            bail!("仓库里没有“{name}”这个版本；{}", self.advice(name)?);
        };
        let commit = self.git.object(&format!("{name}^{{commit}}"))?.unwrap_or_default();
        let tree = self.folder(name, root)?;
        Ok(Revision { name: name.to_owned(), commit, tree })
    }

    /// Returns the id of the tree of the data folder below a root; of an empty one where it has none.
    fn folder(&self, name: &str, root: String) -> Result<String> {
        let inside = self.git.home.inside.as_str();
        if inside.is_empty() {
            return Ok(root);
        }
        let Some(id) = self.git.object(&format!("{root}:{inside}"))? else {
            return self.text(&["hash-object", "-t", "tree", "--stdin"]);
        };
        match self.git.object(&format!("{id}^{{tree}}"))? {
            Some(tree) => Ok(tree),
            None => bail!("版本“{name}”里的 {inside} 不是文件夹，读不出数据"),
        }
    }

    /// Returns what to do where a revision is not there.
    fn advice(&self, name: &str) -> Result<String> {
        if self.text(&["rev-parse", "--is-shallow-repository"])? == "true" {
            return Ok(SHALLOW.to_owned());
        }
        if self.git.object("HEAD")?.is_none() {
            return Ok(UNBORN.to_owned());
        }
        Ok(format!("用 git log 或 git branch -a 查看有哪些，文件夹写成 ./{name}"))
    }

    /// Returns files of a book that the newest commit does not hold as they are, as paths in the repository.
    ///
    /// They are compared here and not by `git status`, which runs the commands of settings.
    pub fn uncommitted(&self, book: &str, data: &Folder) -> Result<Vec<String>> {
        let newest = self.snapshot(&self.revision("HEAD")?)?;
        let ours = format!("{book}/");
        let paths = differing(&newest, data).into_iter();
        let paths = paths.filter(|path| path.starts_with(&ours));
        let inside = self.git.home.inside.as_str();
        let place = if inside.is_empty() { "" } else { "/" };
        Ok(paths.map(|path| format!("{inside}{place}{path}")).collect())
    }

    /// Returns the id of the newest commit.
    pub fn head(&self) -> Result<String> {
        self.git.object("HEAD^{commit}")?.context("仓库里还没有提交")
    }

    /// Returns every file of a revision; those that nobody sees in a folder are left out here too.
    pub fn snapshot(&self, revision: &Revision) -> Result<Snapshot> {
        let arguments = ["ls-tree", "-r", "-l", "-z", "--full-tree", &revision.tree];
        let listing = self.git.succeed(&arguments)?;
        let mut files = BTreeMap::new();
        for record in listing.split(|byte| *byte == 0).filter(|part| !part.is_empty()) {
            // A path that is not UTF-8 is shown with a mark in it.
            let line = String::from_utf8_lossy(record);
            let Some((head, path)) = line.split_once('\t') else { continue };
            if !path.split('/').any(is_hidden) {
                files.insert(path.to_owned(), self.entry(head)?);
            }
        }
        Ok(Snapshot::of(files, Objects::of(self.git.clone())))
    }

    /// Returns an entry of a listing: mode, type, id and size.
    fn entry(&self, head: &str) -> Result<Entry> {
        let words: Vec<&str> = head.split_whitespace().collect();
        let [mode, _, id, size] = words[..] else {
            bail!("读不懂 git 列出的文件")
        };
        let kind = match (mode, size.parse()) {
            (LINK, _) => ListedKind::Link,
            (SUBMODULE, _) => ListedKind::Special,
            (_, Ok(size)) => ListedKind::File(size),
            (_, Err(_)) => bail!(self.git.problem("missing")),
        };
        Ok(Entry { kind, id: id.to_owned() })
    }

    fn text(&self, arguments: &[&str]) -> Result<String> {
        let bytes = self.git.succeed(arguments)?;
        Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
    }
}
