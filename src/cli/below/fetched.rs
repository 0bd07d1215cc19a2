//! The released files of a book below, as they lie in its folder or in its repository, verified against
//! its own digests.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::load::refused;
use crate::load::source::digest::text_digest;
use crate::load::source::files::{Folder, Tree};
use crate::load::source::git::Repository;
use crate::load::source::git::tag::Signature;
use crate::model::below::release::BelowRelease;
use crate::model::below::withdrawn::BelowWithdrawn;
use crate::model::edition::release::sums::{Line, SUMS, Sums, WITHDRAWN};
use crate::model::value::period::Period;

/// What a book below has released.
#[derive(Default)]
pub(in crate::cli) struct Fetched {
    /// Its id.
    pub(in crate::cli) book: String,
    /// Its digests.
    pub(in crate::cli) sums: Sums,
    /// What it took back, by period.
    pub(in crate::cli) withdrawn: BTreeMap<Period, BelowWithdrawn>,
    /// Its released files, what it took back, and disclosed changes: the name in the folder of the book,
    /// and the text.
    pub(in crate::cli) files: Vec<(String, String)>,
    /// What is to be said of who made it; `None` where nobody says so.
    pub(in crate::cli) told: Option<String>,
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
        let (revision, signature) = repository.tagged(tag)?;
        let told = match signature {
            Signature::Good => format!("{name}：标签 {tag} 的签名核对无误"),
            Signature::Missing => format!("{name}：标签 {tag} 没有签名，只核对了指纹"),
            Signature::Bad(reason) => {
                let faults = vec![format!("{name}：{reason}")];
                return Ok(Fetched { faults, ..Fetched::default() });
            }
        };
        let snapshot = repository.snapshot(&revision)?;
        let fetched = Fetched::of(&Place { tree: &snapshot, name })?;
        Ok(Fetched { told: Some(told), ..fetched })
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
        if sums.files.is_empty() && sums.withdrawn.is_empty() {
            bail!("“{name}”还没有发布过");
        }
        let (mut files, mut faults, mut book) = (Vec::new(), Vec::new(), String::new());
        for line in &sums.files {
            match place.released(line, &mut book) {
                Ok(text) => files.push((format!("{}.json", line.period), text)),
                Err(fault) => faults.push(fault),
            }
        }
        let mut withdrawn = BTreeMap::new();
        for line in &sums.withdrawn {
            match place.withdrawn(line, &mut book) {
                Ok((text, read)) => {
                    files.push((format!("{}{WITHDRAWN}", line.period), text));
                    withdrawn.insert(line.period.clone(), read);
                }
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
        Ok(Fetched { book, sums, withdrawn, files, faults, told: None })
    }
}

impl Place<'_> {
    fn read(&self, path: &str) -> Result<String> {
        let bytes = self.tree.read(&format!("{}/{path}", self.name))?;
        String::from_utf8(bytes).with_context(|| format!("{path} 不是文本"))
    }

    /// Returns the text of a released file; the error says what is wrong with it.
    fn released(&self, line: &Line<String>, book: &mut String) -> Result<String, String> {
        let name = format!("{}/released/{}.json", self.name, line.period);
        let (text, digest) = self.listed(&name, &line.content)?;
        let release = BelowRelease::read(&text, digest);
        let release = release.map_err(|fault| format!("{name}：{}", fault.problem))?;
        is_of(&release, &line.period, book, &name).map(|()| text)
    }

    /// Returns the text of a file with releases that were taken back, and what it holds; the error says
    /// what is wrong with it.
    fn withdrawn(
        &self,
        line: &Line<String>,
        book: &mut String,
    ) -> Result<(String, BelowWithdrawn), String> {
        let name = format!("{}/released/{}{WITHDRAWN}", self.name, line.period);
        let (text, digest) = self.listed(&name, &line.content)?;
        let file = BelowWithdrawn::read(&text, digest);
        let file = file.map_err(|fault| format!("{name}：{}", fault.problem))?;
        for one in &file.releases {
            is_of(&one.release, &line.period, book, &name)?;
        }
        Ok((text, file))
    }

    /// Returns the text of a file with its digest, which is the one that is listed; the error says what
    /// is wrong with it.
    fn listed(&self, name: &str, listed: &str) -> Result<(String, String), String> {
        let path = name.split_once('/').map_or(name, |(_, path)| path);
        let text = self
            .read(path)
            .map_err(|_| format!("{name} 读不出，而 SHA256SUMS 里登记了"))?;
        let digest = text_digest(text.as_bytes());
        if digest != listed {
            return Err(format!("{name} 的内容和它的指纹对不上，被改过"));
        }
        Ok((text, digest))
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

/// Refuses a release that is not of a period, or not of the one book that all are of.
fn is_of(
    release: &BelowRelease,
    period: &Period,
    book: &mut String,
    name: &str,
) -> Result<(), String> {
    if book.is_empty() {
        book.clone_from(&release.book);
    }
    if *book != release.book || release.period != *period {
        return Err(format!("{name} 是另一个账本或另一期的存档"));
    }
    Ok(())
}
