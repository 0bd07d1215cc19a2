//! The released files of a book below, as they lie in its folder or in its repository, verified against
//! its own digests.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::load::refused;
use crate::load::source::digest::text_digest;
use crate::load::source::files::{Folder, Tree};
use crate::load::source::git::Repository;
use crate::model::below::release::BelowRelease;
use crate::model::edition::release::sums::{SUMS, Sums};

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

impl Fetched {
    /// Takes the files from the folder of a book, or as they were at a tag of its repository.
    pub(in crate::cli) fn from(folder: &Path, tag: Option<&str>) -> Result<Fetched> {
        let real = std::fs::canonicalize(folder)
            .with_context(|| format!("找不到下级的账本“{}”", folder.display()))?;
        let (Some(parent), Some(name)) = (real.parent(), real.file_name()) else {
            bail!("“{}”不是账本的文件夹", folder.display())
        };
        let name = name.to_string_lossy();
        match tag {
            None => Fetched::of(&Folder::open(parent)?, &name),
            Some(tag) => {
                let repository = Repository::around(parent)?;
                let revision = repository.revision(tag)?;
                Fetched::of(&repository.snapshot(&revision)?, &name)
            }
        }
    }

    fn of(tree: &dyn Tree, name: &str) -> Result<Fetched> {
        let read = |path: &str| -> Result<String> {
            let bytes = tree.read(&format!("{name}/{path}"))?;
            String::from_utf8(bytes).with_context(|| format!("{name}/{path} 不是文本"))
        };
        let sums =
            read(SUMS).with_context(|| format!("“{name}”没有 {SUMS}，不能核对"))?;
        let Ok(sums) = Sums::read(&sums) else {
            bail!("{name}/{SUMS} 不是程序写的")
        };
        let (mut files, mut faults, mut book) = (Vec::new(), Vec::new(), None);
        for line in &sums.files {
            let path = format!("released/{}.json", line.period);
            let Ok(text) = read(&path) else {
                faults.push(format!("{name}/{path} 没有，而 SHA256SUMS 里登记了"));
                continue;
            };
            let digest = text_digest(text.as_bytes());
            if digest != line.content {
                faults.push(format!("{name}/{path} 的内容和它的指纹对不上，被改过"));
                continue;
            }
            match BelowRelease::read(&text, digest) {
                Ok(release) => {
                    let known: &String = book.get_or_insert(release.book.clone());
                    if *known != release.book || release.period != line.period {
                        faults.push(format!("{name}/{path} 是另一个账本或另一期的存档"));
                    }
                    files.push((format!("{}.json", line.period), text));
                }
                Err(fault) => faults.push(format!("{name}/{path}：{}", fault.problem)),
            }
        }
        for line in &sums.revisions {
            let path = format!("revisions/{}.yaml", line.period);
            match read(&path) {
                Ok(text) => faults.extend(
                    refused(&path, text.clone().into_bytes(), &|_| true)
                        .map(|fault| format!("{name}/{path}：{}", fault.problem))
                        .or_else(|| {
                            files.push((path.clone(), text));
                            None
                        }),
                ),
                Err(_) => faults
                    .push(format!("{name}/{path} 没有，而公布过{}次改动", line.content)),
            }
        }
        let Some(book) = book else {
            bail!(
                "“{name}”没有可取的存档{}",
                faults.first().map(|fault| format!("：{fault}")).unwrap_or_default()
            )
        };
        Ok(Fetched { book, sums, files, faults })
    }
}
