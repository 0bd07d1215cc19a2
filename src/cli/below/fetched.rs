//! The released files of a book below, as they lie in its folder or in its repository, verified against
//! its own digests.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::load::refused;
use crate::load::source::digest::text_digest;
use crate::load::source::files::{Folder, Tree};
use crate::load::source::git::Repository;
use crate::model::below::release::BelowRelease;
use crate::model::edition::release::sums::{Line, SUMS, Sums};

/// What a book below has released.
pub(in crate::cli) struct Fetched {
    /// Its id.
    pub(in crate::cli) book: String,
    /// Its digests.
    pub(in crate::cli) sums: Sums,
    /// Its released files and disclosed changes: the name in the folder of the book, and the text.
    pub(in crate::cli) files: Vec<(String, String)>,
    /// What is wrong with it, each in a sentence; none of it is taken then.
    pub(in crate::cli) faults: Vec<String>,
}

/// The folder of a book below, as it is or as it was.
struct Place<'a> {
    tree: &'a dyn Tree,
    name: &'a str,
}

impl Fetched {
    /// Takes the files from the folder of a book, or as they were at a tag of its repository.
    pub(in crate::cli) fn from(folder: &Path, tag: Option<&str>) -> Result<Fetched> {
        let real = fs::canonicalize(folder)
            .with_context(|| format!("找不到下级的账本“{}”", folder.display()))?;
        let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
            bail!("“{}”不是账本的文件夹", folder.display())
        };
        let name = &*name.to_string_lossy();
        let Some(tag) = tag else {
            return Fetched::of(&Place { tree: &Folder::open(parent)?, name });
        };
        let repository = Repository::around(parent)?;
        let snapshot = repository.snapshot(&repository.revision(tag)?)?;
        Fetched::of(&Place { tree: &snapshot, name })
    }

    fn of(place: &Place) -> Result<Fetched> {
        let name = place.name;
        let sums = place.read(SUMS).with_context(|| {
            format!(
                "“{name}”没有 {SUMS}，它的存档不能核对；写账本的文件夹，里面有 released/"
            )
        })?;
        let Ok(sums) = Sums::read(&sums) else {
            bail!("{name}/{SUMS} 不是程序写的")
        };
        if sums.files.is_empty() {
            bail!("“{name}”还没有发布过");
        }
        let (mut files, mut faults, mut book) = (Vec::new(), Vec::new(), String::new());
        for line in &sums.files {
            match place.released(line, &mut book) {
                Ok(text) => files.push((format!("{}.json", line.period), text)),
                Err(fault) => faults.push(fault),
            }
        }
        for line in &sums.revisions {
            let path = format!("revisions/{}.yaml", line.period);
            match place.revised(&path, line.content) {
                Ok(text) => files.push((path, text)),
                Err(fault) => faults.push(fault),
            }
        }
        Ok(Fetched { book, sums, files, faults })
    }
}

impl Place<'_> {
    fn read(&self, path: &str) -> Result<String> {
        let bytes = self.tree.read(&format!("{}/{path}", self.name))?;
        String::from_utf8(bytes).with_context(|| format!("{path} 不是文本"))
    }

    /// Returns the text of a released file, which is of the one book that all are of; the error says
    /// what is wrong with it.
    fn released(&self, line: &Line<String>, book: &mut String) -> Result<String, String> {
        let path = format!("released/{}.json", line.period);
        let name = format!("{}/{path}", self.name);
        let text = self
            .read(&path)
            .map_err(|_| format!("{name} 读不出，而 SHA256SUMS 里登记了"))?;
        let digest = text_digest(text.as_bytes());
        if digest != line.content {
            return Err(format!("{name} 的内容和它的指纹对不上，被改过"));
        }
        let release = BelowRelease::read(&text, digest)
            .map_err(|fault| format!("{name}：{}", fault.problem))?;
        if book.is_empty() {
            book.clone_from(&release.book);
        }
        if *book != release.book || release.period != line.period {
            return Err(format!("{name} 是另一个账本或另一期的存档"));
        }
        Ok(text)
    }

    /// Returns the text of a file with disclosed changes; the error says what is wrong with it.
    fn revised(&self, path: &str, count: usize) -> Result<String, String> {
        let name = format!("{}/{path}", self.name);
        let text = self
            .read(path)
            .map_err(|_| format!("{name} 读不出，而公布过{count}次改动"))?;
        match refused(path, text.clone().into_bytes(), &|_| true) {
            Some(fault) => Err(format!("{name}：{}", fault.problem)),
            None => Ok(text),
        }
    }
}
