//! Which repository a data folder lies in, as the file system alone says.

use std::env;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::{DirEntry, WalkDir};

use crate::load::source::files::is_hidden;

/// A repository, with the place of the data in it.
#[derive(Clone, Debug)]
pub(super) struct Home {
    /// Folder that holds `.git`, or a bare repository itself.
    pub(super) folder: PathBuf,
    /// Whether the folder is a bare repository.
    pub(super) is_bare: bool,
    /// Objects of a push that a hook may still refuse.
    pub(super) quarantine: Option<PathBuf>,
    /// Path of the data inside the repository, with `/`; empty where it is the root.
    pub(super) inside: String,
}

/// Finds the repository that holds a data folder, which need not be checked out.
pub(super) fn home(data: &Path) -> Result<Home> {
    if !data.is_dir() {
        return home_of_missing(data);
    }
    refuse_links(data)?;
    let folder = real(data)?;
    let Some(top) = top(&folder) else { bail!(outside(data)) };
    refuse_nested(&folder)?;
    let inside = folder.strip_prefix(top).unwrap_or(Path::new(""));
    let inside = joined(inside.components(), data)?;
    Ok(Home { folder: top.to_owned(), is_bare: false, quarantine: None, inside })
}

/// Returns the repository around the current folder: a work tree, or a bare one that stands there.
fn home_of_missing(data: &Path) -> Result<Home> {
    let here = real(Path::new("."))?;
    let (top, is_bare) = match top(&here) {
        // What a commit holds may look like a bare repository too, so inside a work tree
        // only git itself, which runs a hook there, can say that it is one.
        Some(top) if !(is_bare(&here) && is_named_by_git(&here)) => (top, false),
        None if !is_bare(&here) => bail!(outside(data)),
        _ => (here.as_path(), true),
    };
    let before = here.strip_prefix(top).unwrap_or(Path::new(""));
    let inside = joined(before.components().chain(data.components()), data)?;
    let quarantine = quarantine(top).filter(|_| is_bare);
    Ok(Home { folder: top.to_owned(), is_bare, quarantine, inside })
}

/// Returns the nearest folder upwards that a repository belongs to.
fn top(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| {
        let git = folder.join(".git");
        git.is_file() || git.join("HEAD").symlink_metadata().is_ok()
    })
}

fn is_bare(folder: &Path) -> bool {
    ["objects", "refs"].iter().all(|name| folder.join(name).is_dir())
        && folder.join("HEAD").is_file()
}

/// Returns whether git, which runs this program as a hook, says that a folder is the repository.
fn is_named_by_git(folder: &Path) -> bool {
    let named = env::var_os("GIT_DIR").and_then(|named| real(Path::new(&named)).ok());
    named.is_some_and(|named| named == folder)
}

/// Where the objects of a push are kept while a hook looks at them.
fn quarantine(repository: &Path) -> Option<PathBuf> {
    let named = env::var_os("GIT_QUARANTINE_PATH")?;
    let folder = real(Path::new(&named)).ok()?;
    folder.starts_with(repository.join("objects")).then_some(folder)
}

/// Refuses a link that a commit may have put in the way of the data: on the other side of a
/// comparison the same path may hold something else.
fn refuse_links(data: &Path) -> Result<()> {
    let whole = real(Path::new("."))?.join(data);
    for path in whole.ancestors().filter(|path| path.is_symlink()) {
        let folder = path.parent().map(real).transpose()?.unwrap_or_default();
        if top(&folder).is_some() {
            let (shown, target) = (data.display(), real(data)?);
            bail!(
                "“{shown}”经过仓库里的一个链接，版本里同一个位置可能是别的东西；\
                 写数据文件夹本身：--data {}",
                target.display()
            );
        }
    }
    Ok(())
}

/// Refuses data of which a part is another repository, since commits of this one do not hold it.
fn refuse_nested(folder: &Path) -> Result<()> {
    let seen = |entry: &DirEntry| match entry.depth() {
        0 => true,
        depth => {
            let name = entry.file_name().to_string_lossy();
            !is_hidden(&name) || name == ".git" && depth > 1
        }
    };
    let walk = WalkDir::new(folder).max_depth(6).into_iter().filter_entry(seen);
    let nested = walk.flatten().find(|entry| entry.file_name() == ".git");
    if let Some(nested) = nested.as_ref().and_then(|entry| entry.path().parent()) {
        bail!(
            "“{}”自己是一个 git 仓库，外面的仓库里没有它的版本；\
             移走里面的 .git，再把文件提交到外面的仓库",
            nested.display()
        );
    }
    Ok(())
}

fn real(path: &Path) -> Result<PathBuf> {
    path.canonicalize().with_context(|| format!("打不开“{}”", path.display()))
}

/// Returns what is said where there is no repository.
fn outside(data: &Path) -> String {
    format!(
        "“{}”不在 git 仓库里，读不出版本；先运行 git init 并提交，\
         两个文件夹不用 git 也能比较：tongbao diff ./改前 ./改后",
        data.display()
    )
}

/// Returns the path of some components inside a repository.
fn joined<'a>(
    components: impl Iterator<Item = Component<'a>>,
    data: &Path,
) -> Result<String> {
    let mut parts: Vec<&str> = Vec::new();
    for component in components {
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
