//! The `git` command: revisions read straight from a repository, without a checkout.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anyhow::{Context, Result, anyhow, bail};

use crate::load::source::files::{LARGEST, ListedKind};
use crate::load::source::snapshot::{Entry, Snapshot};

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
    folder: PathBuf,
    /// Path of the data inside the repository; empty if it is the root.
    inside: String,
}

/// The data of a revision: the git tree of its folder.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The name as typed.
    pub name: String,
    /// Shortened id of the commit; empty if a tree was named.
    pub short: String,
    tree: String,
}

/// A path of a tree with its mode and the id of its blob.
type Named = (String, String, String);

impl Repository {
    /// Finds the repository of a data folder; the folder need not be checked out.
    pub fn around(data: &Path) -> Result<Repository> {
        let there = data.is_dir();
        let folder = if there { data } else { Path::new(".") };
        let repository = Repository { folder: folder.to_owned(), inside: String::new() };
        let asked = repository.run(&["rev-parse", "--show-prefix"], None)?;
        if !asked.status.success() {
            let complaint = String::from_utf8_lossy(&asked.stderr);
            let shown = folder.display();
            if complaint.contains("not a git repository") {
                bail!(
                    "“{shown}”不在 git 仓库里，读不出版本；先运行 git init 并提交，\
                     两个文件夹不用 git 也能比较：tongbao diff ./改前 ./改后"
                );
            }
            bail!("git 读不了“{shown}”，读不出版本（git：{}）", complaint.trim());
        }
        let prefix =
            String::from_utf8_lossy(&asked.stdout).trim_end_matches('\n').to_owned();
        let inside = if there { prefix } else { joined(&prefix, data)? };
        Ok(Repository { inside: inside.trim_end_matches('/').to_owned(), ..repository })
    }

    /// Returns the data of a revision; empty for a revision before the first data.
    pub fn revision(&self, name: &str) -> Result<Revision> {
        if name.is_empty() || name.starts_with('-') || name.contains(char::is_control) {
            bail!("“{name}”不是版本的写法");
        }
        if name.contains("..") {
            bail!("“{name}”是一段范围；两个版本分开写，如 tongbao diff main HEAD");
        }
        let Some(root) = self.object(&format!("{name}^{{tree}}"))? else {
            bail!("仓库里没有“{name}”这个版本；{}", self.advice(name)?);
        };
        let commit = self.object(&format!("{name}^{{commit}}"))?.unwrap_or_default();
        let tree = match self.inside.as_str() {
            "" => Some(root),
            inside => self.object(&format!("{root}:{inside}"))?,
        };
        let tree = match tree {
            Some(tree) => tree,
            None => self.text(&["hash-object", "-t", "tree", "--stdin"], Some(b""))?,
        };
        let (name, short) = (name.to_owned(), commit.chars().take(8).collect());
        Ok(Revision { name, short, tree })
    }

    /// Returns advice for a revision that does not exist.
    fn advice(&self, name: &str) -> Result<String> {
        if self.text(&["rev-parse", "--is-shallow-repository"], None)? == "true" {
            return Ok(SHALLOW.to_owned());
        }
        if self.object("HEAD")?.is_none() {
            return Ok(UNBORN.to_owned());
        }
        Ok(format!("用 git log 或 git branch -a 查看有哪些，文件夹写成 ./{name}"))
    }

    /// Returns the files below a folder of the data that differ from the newest commit.
    pub fn uncommitted(&self, folder: &str) -> Result<Vec<String>> {
        let listing = self.succeed(
            &[
                "status",
                "--porcelain=v1",
                "-z",
                "--untracked-files=all",
                "--ignored=matching",
                "--no-renames",
                "--",
                folder,
            ],
            None,
        )?;
        let paths = records(&listing).filter_map(|line| line.get(3..).map(str::to_owned));
        // Files whose names start with a dot are none of ours.
        let ours = |path: &String| !path.split('/').any(|part| part.starts_with('.'));
        Ok(paths.filter(ours).collect())
    }

    /// Returns the id of the newest commit.
    pub fn head(&self) -> Result<String> {
        self.object("HEAD^{commit}")?.context("仓库里还没有提交")
    }

    /// Returns every file of a revision.
    pub fn snapshot(&self, revision: &Revision) -> Result<Snapshot> {
        let listing =
            self.succeed(&["ls-tree", "-r", "-z", "--full-tree", &revision.tree], None)?;
        let named = records(&listing).filter_map(|line| {
            let (head, path) = line.split_once('\t')?;
            let mut words = head.split(' ');
            let (mode, _, blob) = (words.next()?, words.next()?, words.next()?);
            Some((path.to_owned(), mode.to_owned(), blob.to_owned()))
        });
        self.read(named.collect())
    }

    /// Returns the paths that differ between two revisions, and those files of the first revision.
    pub fn changes(
        &self,
        before: &Revision,
        after: &Revision,
    ) -> Result<(Vec<String>, Snapshot)> {
        let raw = self.succeed(
            &[
                "diff-tree",
                "-r",
                "-z",
                "--raw",
                "--no-renames",
                "--no-relative",
                &before.tree,
                &after.tree,
            ],
            None,
        )?;
        let mut fields = records(&raw);
        let (mut paths, mut old) = (Vec::new(), Vec::new());
        while let (Some(head), Some(path)) = (fields.next(), fields.next()) {
            let words: Vec<&str> = head.trim_start_matches(':').split(' ').collect();
            let [mode, _, blob, ..] = words[..] else {
                bail!("读不懂 git 的比较结果")
            };
            paths.push(path.to_owned());
            if mode != "000000" {
                old.push((path.to_owned(), mode.to_owned(), blob.to_owned()));
            }
        }
        Ok((paths, self.read(old)?))
    }

    /// Reads blobs in one call; files with a dot before their name or a folder's are ignored.
    fn read(&self, mut named: Vec<Named>) -> Result<Snapshot> {
        named.retain(|(path, ..)| !path.split('/').any(|part| part.starts_with('.')));
        let wanted: Vec<&Named> = named
            .iter()
            .filter(|(_, mode, _)| mode != LINK && mode != SUBMODULE)
            .collect();
        let ids: String = wanted.iter().map(|(.., blob)| format!("{blob}\n")).collect();
        let bytes = if wanted.is_empty() {
            Vec::new()
        } else {
            self.succeed(&["cat-file", "--batch"], Some(ids.as_bytes()))?
        };
        let mut blobs = blobs(&bytes);
        let mut files = BTreeMap::new();
        for (path, mode, _) in named {
            let entry = match mode.as_str() {
                LINK => Entry { kind: ListedKind::Link, bytes: Vec::new() },
                SUBMODULE => Entry { kind: ListedKind::Special, bytes: Vec::new() },
                _ => {
                    let bytes = blobs.next().context("git 没有给出全部文件")?;
                    let kind = ListedKind::File(bytes.len() as u64);
                    let kept = if bytes.len() as u64 > LARGEST { &[] } else { bytes };
                    Entry { kind, bytes: kept.to_vec() }
                }
            };
            files.insert(path, entry);
        }
        Ok(Snapshot::of(files))
    }

    /// Returns the id of the object that an expression names; `None` if there is none.
    fn object(&self, expression: &str) -> Result<Option<String>> {
        let asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", expression];
        let output = self.run(&asked, None)?;
        let id = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok((output.status.success() && !id.is_empty()).then_some(id))
    }

    fn text(&self, arguments: &[&str], input: Option<&[u8]>) -> Result<String> {
        let bytes = self.succeed(arguments, input)?;
        Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
    }

    fn succeed(&self, arguments: &[&str], input: Option<&[u8]>) -> Result<Vec<u8>> {
        let output = self.run(arguments, input)?;
        if !output.status.success() {
            let complaint = String::from_utf8_lossy(&output.stderr);
            bail!("git {} 没有成功：{}", arguments[0], complaint.trim());
        }
        Ok(output.stdout)
    }

    fn run(&self, arguments: &[&str], input: Option<&[u8]>) -> Result<Output> {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder).args(arguments);
        // What git says is looked for in English.
        command.env("LC_ALL", "C");
        // Replaced objects and lazy fetches would make the result depend on the machine.
        command.env("GIT_NO_REPLACE_OBJECTS", "1").env("GIT_OPTIONAL_LOCKS", "0");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => anyhow!("没有找到 git 命令，先装好 git 再来"),
            _ => anyhow!(error).context("git 命令没有启动"),
        })?;
        let pipe = child.stdin.take();
        let input = input.unwrap_or_default().to_vec();
        // Written apart, so that neither side waits for the other with a full pipe.
        let writer = std::thread::spawn(move || {
            pipe.map_or(Ok(()), |mut pipe| pipe.write_all(&input))
        });
        let output = child.wait_with_output().context("git 中途停了")?;
        // A reader that stopped early says so in its own result.
        let _ = writer.join();
        Ok(output)
    }
}

/// Returns a data path that is not checked out, joined to the folder that git runs in.
fn joined(prefix: &str, data: &Path) -> Result<String> {
    let mut parts: Vec<&str> =
        prefix.split('/').filter(|part| !part.is_empty()).collect();
    for component in data.components() {
        match component {
            Component::Normal(name) => {
                parts.push(name.to_str().context("数据文件夹的名字不是 UTF-8")?);
            }
            Component::CurDir => {}
            _ => bail!("找不到数据文件夹“{}”", data.display()),
        }
    }
    Ok(parts.join("/"))
}

/// Splits an answer at its NUL bytes; invalid UTF-8 is replaced.
fn records(bytes: &[u8]) -> impl Iterator<Item = String> {
    let parts = bytes.split(|byte| *byte == 0).filter(|part| !part.is_empty());
    parts.map(|part| String::from_utf8_lossy(part).into_owned())
}

/// Returns the contents in an answer of `cat-file --batch`: a line with the size, the bytes, a line
/// end.
fn blobs(answer: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = answer;
    std::iter::from_fn(move || {
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        let head = std::str::from_utf8(&rest[..end]).ok()?;
        let size: usize = head.rsplit(' ').next()?.parse().ok()?;
        let bytes = rest.get(end + 1..end + 1 + size)?;
        rest = rest.get(end + size + 2..).unwrap_or_default();
        Some(bytes)
    })
}
