//! The themes that books may name: the built-in one, and folders that override its files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walkdir::WalkDir;

use crate::model::value::word::Id;
use crate::render::book::Renderer;
use crate::render::pdf::template_fault;
use crate::theme::Theme;
use crate::theme::coverage::Coverage;
use crate::theme::fonts::coverage;
use crate::view::site::Marks;

/// Name of the theme of a book without one.
pub(super) const DEFAULT: &str = "default";

/// A folder of themes.
#[derive(Clone, Debug)]
pub(super) struct Themes {
    folder: PathBuf,
}

impl Themes {
    /// Returns the themes in a folder, which need not exist.
    pub(super) fn of(folder: &Path) -> Themes {
        Themes { folder: folder.to_owned() }
    }

    /// Returns a theme by name: the built-in files, overridden by its files.
    pub(super) fn named(&self, name: &str) -> Result<Theme> {
        let folder = self.folder.join(name);
        if !self.has(name) {
            bail!("没有“{name}”这个主题；主题是 {} 里的文件夹", self.folder.display());
        }
        Theme::with(files(&folder)?).with_context(|| format!("主题“{name}”有错"))
    }

    /// Returns whether there is a theme of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        name == DEFAULT || Id::is_plain(name) && self.folder.join(name).is_dir()
    }

    /// Returns what keeps a theme that is there from being used, in words; `None` if nothing does.
    pub(super) fn fault(&self, name: &str) -> Option<String> {
        if !self.has(name) || !self.folder.join(name).is_dir() {
            return None;
        }
        let sound = self.named(name).and_then(|theme| {
            coverage(&theme)?;
            Renderer::new(theme, Marks::default(), Vec::new())
        });
        let fault = match sound {
            Ok(_) => template_fault(&self.named(name).ok()?),
            Err(error) => Some(format!("{error:#}")),
        };
        let words = fault?;
        Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Returns what the fonts of all sound themes cover, for the check of characters.
    pub(super) fn coverages(&self) -> Vec<Coverage> {
        let mut names: BTreeSet<String> = BTreeSet::from([DEFAULT.to_owned()]);
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.path().join("fonts").is_dir() {
                names.extend(entry.file_name().into_string().ok());
            }
        }
        let sound = names.iter().filter_map(|name| self.named(name).ok());
        sound.filter_map(|theme| coverage(&theme).ok()).collect()
    }
}

/// Returns the files below a folder, by their paths inside it.
fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.with_context(|| format!("读不了主题“{}”", folder.display()))?;
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let bytes = fs::read(entry.path())
                .with_context(|| format!("读不了“{}”", entry.path().display()))?;
            files.insert(path.to_string_lossy().replace('\\', "/"), bytes);
        }
    }
    Ok(files)
}
