//! The output folder: written beside the old one and put in its place book by book, the portal last.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::cli::values::DEFAULT_AUDIENCE;
use crate::model::dictionary::Level;
use crate::render::OutputFile;

/// Name of the folder inside the output in which books are made ready.
const STAGE: &str = ".staged";
/// Name of the file that says who the folder is made for.
const AUDIENCE: &str = ".audience";
/// Name of the folder that holds a book's old files while the new ones take their place.
const RETIRED: &str = ".retired";

/// The output folder.
#[derive(Debug)]
pub(super) struct Output {
    root: PathBuf,
}

impl Output {
    /// Opens the folder for one audience, and finishes what a run that was cut off had left.
    pub(super) fn open(root: &Path, level: Level) -> Result<Output> {
        let output = Output { root: root.to_owned() };
        fs::create_dir_all(root).with_context(|| failure("建不了输出文件夹", root))?;
        output.keep_to(level)?;
        output.recover()?;
        Ok(output)
    }

    /// A folder is made for one audience alone: what was made for another must not stay in it.
    fn keep_to(&self, level: Level) -> Result<()> {
        let (mark, label) = (self.root.join(AUDIENCE), level.label());
        let other = match fs::read_to_string(&mark) {
            Ok(marked) if marked.trim() == label => return Ok(()),
            Ok(marked) => format!("{}版", marked.trim()),
            // Whoever has typed no audience has made such a folder.
            Err(_) if level == DEFAULT_AUDIENCE || !self.holds_books() => {
                return fs::write(&mark, format!("{label}\n"))
                    .with_context(|| failure("写不了", &mark));
            }
            Err(_) => "不知给谁看".to_owned(),
        };
        bail!(
            "“{}”里已有{other}的通报，不能再放{label}版；用 --out 另写一个文件夹，或先清空它",
            self.root.display(),
        )
    }

    fn holds_books(&self) -> bool {
        let entries = fs::read_dir(&self.root).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).any(|path| {
            path.is_dir() || path.extension().is_some_and(|end| end == "html")
        })
    }

    /// Replaces a book's folder: after a crash it is the old one or the new one, never a mixture.
    pub(super) fn book(&self, id: &str, files: &[OutputFile]) -> Result<()> {
        let (target, staged) = (self.root.join(id), self.root.join(STAGE).join(id));
        clear(&staged)?;
        let mut paths = BTreeSet::new();
        for file in files {
            if !paths.insert(file.path.as_str()) || !is_inside(&file.path) {
                bail!("生成的文件路径不对：{}", file.path);
            }
            place(&target.join(&file.path), &staged.join(&file.path), &file.bytes)?;
        }
        self.exchange(id)?;
        self.recover()
    }

    /// Writes the portal, after all books.
    pub(super) fn portal(&self, file: &OutputFile) -> Result<()> {
        let target = self.root.join(&file.path);
        if fs::read(&target).is_ok_and(|old| old == file.bytes) {
            return Ok(());
        }
        let staged = self.root.join(STAGE).join(&file.path);
        place(&target, &staged, &file.bytes)?;
        fs::rename(&staged, &target).with_context(|| failure("写不了", &target))?;
        clear(&self.root.join(STAGE))
    }

    /// Returns where the first page of a book is, for the person who runs the command.
    pub(super) fn first_page(&self, id: &str) -> String {
        self.root.join(id).join("index.html").display().to_string()
    }

    /// Moves the old folder aside and the new one in.
    fn exchange(&self, id: &str) -> Result<()> {
        let (target, staged) = (self.root.join(id), self.root.join(STAGE).join(id));
        let retired = self.root.join(RETIRED).join(id);
        if target.exists() {
            clear(&retired)?;
            make_parent(&retired)?;
            fs::rename(&target, &retired)
                .with_context(|| failure("移不开旧的", &target))?;
        }
        fs::rename(&staged, &target).with_context(|| failure("换不上新的", &target))
    }

    /// A book that was moved aside without its successor goes back; leftovers go away.
    fn recover(&self) -> Result<()> {
        let retired = self.root.join(RETIRED);
        for link in [STAGE, RETIRED].map(|name| self.root.join(name)) {
            drop_link(&link)?;
        }
        for entry in fs::read_dir(&retired).into_iter().flatten().flatten() {
            let target = self.root.join(entry.file_name());
            if !target.exists() {
                fs::rename(entry.path(), &target)
                    .with_context(|| failure("恢复不了", &target))?;
            }
        }
        clear(&retired)?;
        clear(&self.root.join(STAGE))
    }
}

/// A file that did not change is carried over as it is, with its old date.
fn place(old: &Path, new: &Path, bytes: &[u8]) -> Result<()> {
    make_parent(new)?;
    let unchanged = fs::read(old).is_ok_and(|present| present == bytes);
    if unchanged && fs::hard_link(old, new).is_ok() {
        return Ok(());
    }
    fs::write(new, bytes).with_context(|| failure("写不了", new))
}

fn make_parent(path: &Path) -> Result<()> {
    let Some(parent) = path.parent() else { return Ok(()) };
    fs::create_dir_all(parent).with_context(|| failure("建不了文件夹", parent))
}

/// A link where a folder of ours should be is not ours to follow.
fn drop_link(path: &Path) -> Result<()> {
    if path.is_symlink() {
        fs::remove_file(path).with_context(|| failure("清不了", path))
    } else {
        Ok(())
    }
}

fn clear(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| failure("清不了", folder))
        }
        _ => Ok(()),
    }
}

fn is_inside(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

fn failure(what: &str, path: &Path) -> String {
    format!("{what}“{}”", path.display())
}
