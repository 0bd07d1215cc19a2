//! A tree of paths and bytes, which is where files come from; here, a folder on disk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::{DirEntry, WalkDir};

use crate::load::source::failure;
use crate::model::value::word::Id;

/// Files larger than this are refused, in bytes.
pub(crate) const LARGEST: u64 = 16 * 1024 * 1024;

/// A path in a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Path from the root, with `/`.
    pub path: String,
    /// What kind of thing it is.
    pub kind: ListedKind,
}

/// Kind of thing at a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListedKind {
    /// A file with its length in bytes.
    File(u64),
    /// A symbolic link, which is never followed.
    Link,
    /// Something else, such as a device.
    Special,
    /// Something that could not be examined, with the reason.
    Unreadable(String),
}

/// A tree of files: a folder, or a commit.
pub trait Tree: Sync {
    /// Returns everything but folders, sorted by path.
    fn list(&self) -> Vec<Listed>;
    /// Reads the bytes of a file.
    fn read(&self, path: &str) -> Result<Vec<u8>>;
    /// Returns whether a file has these bytes; a tree may know that without reading it.
    fn holds(&self, path: &str, bytes: &[u8]) -> bool {
        self.read(path).is_ok_and(|own| own == bytes)
    }
}

/// A folder on disk, or one book in it.
#[derive(Clone, Debug)]
pub struct Folder {
    root: PathBuf,
    book: Option<String>,
}

impl Folder {
    /// Opens a folder, which must exist.
    pub fn open(root: &Path) -> Result<Folder> {
        if root.is_file() {
            bail!("“{}”是文件，这里要写数据文件夹", root.display());
        }
        if !root.is_dir() {
            bail!("找不到数据文件夹“{}”，核对路径", root.display());
        }
        if root.join("book.yaml").is_file() {
            let shown = root.display();
            bail!("“{shown}”是一个账本；--data 写它的上一级文件夹，--book 写账本的名字");
        }
        Ok(Folder { root: root.to_owned(), book: None })
    }

    /// Opens a folder that holds no books but files; `None` if there is no such folder.
    pub fn of_files(root: &Path) -> Option<Folder> {
        root.is_dir().then(|| Folder { root: root.to_owned(), book: None })
    }

    /// Restricts the tree to one book, which must exist.
    pub fn only(self, book: &str) -> Result<Folder> {
        if !Id::is_plain(book) || !self.root.join(book).is_dir() {
            bail!("“{}”里没有账本“{book}”", self.root.display());
        }
        Ok(Folder { book: Some(book.to_owned()), ..self })
    }

    /// Returns the ids of all its books.
    pub fn books(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.root).into_iter().flatten().flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut books: Vec<String> = names
            .filter(|name| Id::is_plain(name) && self.root.join(name).is_dir())
            .collect();
        books.sort();
        books
    }

    fn listed(&self, entry: walkdir::Result<DirEntry>) -> Option<Listed> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let path = self.relative(error.path().unwrap_or(&self.root));
                return Some(Listed {
                    path,
                    kind: ListedKind::Unreadable(unreadable(&error)),
                });
            }
        };
        // The data itself may be reached through a link; a book may not.
        if entry.depth() == 0 && self.book.is_none() {
            return None;
        }
        let kind = match entry.file_type() {
            file_type if file_type.is_dir() => return None,
            file_type if file_type.is_symlink() => ListedKind::Link,
            file_type if file_type.is_file() => match entry.metadata() {
                Ok(metadata) => ListedKind::File(metadata.len()),
                Err(error) => ListedKind::Unreadable(unreadable(&error)),
            },
            _ => ListedKind::Special,
        };
        Some(Listed { path: self.relative(entry.path()), kind })
    }

    fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}

fn unreadable(error: &walkdir::Error) -> String {
    error.io_error().map_or_else(|| error.to_string(), failure::reason)
}

/// Returns whether a name is of a file that a file manager or an office program leaves behind.
pub fn is_left_behind(name: &str) -> bool {
    name.starts_with("~$") || ["Thumbs.db", "desktop.ini", ".DS_Store"].contains(&name)
}

/// Returns whether the user does not see a file: a dot begins its name, or it was left behind.
pub(super) fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || is_left_behind(name)
}

impl Tree for Folder {
    fn list(&self) -> Vec<Listed> {
        let root =
            self.book.as_ref().map_or(self.root.clone(), |book| self.root.join(book));
        let visible = |entry: &DirEntry| {
            entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy())
        };
        let walk = WalkDir::new(root).follow_links(false);
        let walk = walk.follow_root_links(self.book.is_none()).max_depth(16).into_iter();
        let mut list: Vec<Listed> =
            walk.filter_entry(visible).filter_map(|entry| self.listed(entry)).collect();
        list.sort_by(|left, right| left.path.cmp(&right.path));
        list
    }

    fn read(&self, path: &str) -> Result<Vec<u8>> {
        let whole = self.root.join(path);
        std::fs::read(&whole).with_context(|| format!("读不出文件“{}”", whole.display()))
    }
}
