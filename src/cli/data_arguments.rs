//! The options that say where the data is; every command that reads data takes them.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::load::source::files::Folder;

/// Where the data is.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(super) struct DataArguments {
    /// 数据文件夹
    #[arg(
        long,
        value_name = "文件夹",
        default_value = "data",
        hide_default_value = true
    )]
    pub(super) data: PathBuf,
    /// 只看一个账本，不写则全部
    #[arg(long, value_name = "账本")]
    pub(super) book: Option<String>,
    /// 主题文件夹，不写则为 themes
    #[arg(
        long,
        value_name = "文件夹",
        default_value = "themes",
        hide_default_value = true
    )]
    pub(super) themes: PathBuf,
}

impl DataArguments {
    /// Returns the folder with the data, or its requested book.
    pub(super) fn folder(&self) -> Result<Folder> {
        let folder = Folder::open(&self.data)?;
        match &self.book {
            Some(book) => folder.only(book),
            None => Ok(folder),
        }
    }
}
