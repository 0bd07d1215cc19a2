//! The options that say where the data is; every command that reads data takes them.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::cli::cache::Cache;
use crate::cli::progress::Voice;
use crate::cli::project;
use crate::cli::values::WrongValue;
use crate::load::source::files::Folder;
use crate::model::value::word::Id;

/// Where the data is.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(super) struct DataArguments {
    /// 数据文件夹
    #[arg(
        long,
        value_name = "文件夹",
        default_value = project::data(),
        hide_default_value = true
    )]
    pub(super) data: PathBuf,
    /// 只看一个账本：文件夹名或县名，不写则全部
    #[arg(long, value_name = "账本", value_parser = book)]
    pub(super) book: Option<String>,
    /// 主题文件夹，不写则为 themes
    #[arg(
        long,
        value_name = "文件夹",
        default_value = project::themes(),
        hide_default_value = true
    )]
    pub(super) themes: PathBuf,
    /// 只写问题和错误，不写进度和结语
    #[arg(short, long)]
    quiet: bool,
    /// 逐步写出做到哪里
    #[arg(short, long, conflicts_with = "quiet")]
    verbose: bool,
    /// 不用缓存：每个文件从头读，读到的也不存；公文都重排
    #[arg(long)]
    no_cache: bool,
}

/// Reads the name of a book, which must be one: no name at all would mean every book.
fn book(text: &str) -> Result<String, WrongValue> {
    if text.is_empty() {
        return Err(WrongValue("--book 后面没有写账本的名字".to_owned()));
    }
    Ok(text.to_owned())
}

impl DataArguments {
    /// Returns the folder with the data, or its requested book.
    pub(super) fn folder(&self) -> Result<Folder> {
        let folder = project::open(&self.data)?;
        match &self.book {
            Some(word) => {
                let id = project::book_id(&folder, word)?;
                folder.only(&id)
            }
            None => Ok(folder),
        }
    }

    /// Returns the id of the requested book; as it is typed, where the folder has no data, as a
    /// commit may have it.
    pub(super) fn book_id(&self) -> Result<Option<String>> {
        let Some(word) = &self.book else { return Ok(None) };
        match Folder::open(&self.data) {
            Ok(folder) if !Id::is_plain(word) => {
                project::book_id(&folder, word).map(Some)
            }
            _ => Ok(Some(word.clone())),
        }
    }

    /// Returns how much the command says besides its results.
    pub(super) fn voice(&self) -> Voice {
        match (self.quiet, self.verbose) {
            (true, _) => Voice::Quiet,
            (false, true) => Voice::Verbose,
            (false, false) => Voice::Usual,
        }
    }

    /// Returns the cache, unless none is wanted; it must not lie in the data, nor in other folders.
    pub(super) fn cache(&self, others: &[&Path]) -> Cache {
        if self.no_cache {
            return Cache::none();
        }
        Cache::apart_from(&[&[&*self.data], others].concat())
    }
}
