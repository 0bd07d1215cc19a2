//! `tongbao import`: what comes from elsewhere, verified before it is taken.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::below::{Fetched, changes};
use crate::cli::console::{Exit, complain, print};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::record_file::prepare;

/// 取来下级发布的存档，核对指纹后放进本账本的 below/
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao import --released <下级账本的文件夹>… --book <账本> [选项]",
    next_help_heading = "选项"
)]
pub(crate) struct Arguments {
    /// 下级账本的文件夹，里面有 released/；可写几个
    #[arg(long, value_name = "文件夹", required = true, num_args = 1..)]
    released: Vec<PathBuf>,
    /// 取它们的 git 仓库里的这个标签，不写则取文件夹里现有的
    #[arg(long, value_name = "标签")]
    tag: Option<String>,
    #[command(flatten)]
    data: DataArguments,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open(&arguments.data)?;
    data.progress.end();
    let [book] = &data.loaded.books[..] else {
        bail!("数据文件夹里不止一个账本，用 --book 写明放进哪一个")
    };
    let tag = arguments.tag.as_deref();
    let fetched: Vec<Fetched> = arguments
        .released
        .iter()
        .map(|folder| Fetched::from(folder, tag))
        .collect::<Result<_>>()?;
    let files = match changes(book, &fetched) {
        Ok(files) => files,
        Err(refusals) => {
            refusals.iter().for_each(|refusal| complain(&format!("不取：{refusal}\n")));
            complain("一个文件也没有写\n");
            return Ok(Exit::Findings);
        }
    };
    let place = |path: &str| data.path(&format!("{}/{path}", book.id));
    let new: Vec<&(String, Vec<u8>)> = files
        .iter()
        .filter(|(path, bytes)| std::fs::read(place(path)).ok().as_ref() != Some(bytes))
        .collect();
    let prepared: Vec<_> = new
        .iter()
        .map(|(path, bytes)| prepare(&place(path), bytes))
        .collect::<Result<_>>()?;
    prepared.into_iter().try_for_each(|file| file.place())?;
    let names = new.iter().map(|(path, _)| format!("{}/{path}\n", book.id));
    print(&names.collect::<String>())?;
    print(&format!("{}个下级账本核对无误，写了{}个文件\n", fetched.len(), new.len()))?;
    Ok(Exit::Fine)
}
