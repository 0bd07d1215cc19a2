//! `tongbao export`: what other programs read.

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::cli::console::Exit;
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::findings::block;
use crate::cli::open_tables::folder;
use crate::cli::published::{Published, redacted};
use crate::cli::values::audience;
use crate::model::dictionary::Level;

/// 导出供别的程序读的数据
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao export --tables <文件夹> [选项]",
    next_help_heading = "选项"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 开放数据表：各期的数、目标、得分、来历、项目和改动，写成几个 CSV 和一个 datapackage.json
    #[arg(long, value_name = "文件夹")]
    tables: PathBuf,
    /// 给谁看：公开、内部或领导，不写则为公开
    #[arg(long, value_name = "受众", default_value = Level::Public.label(), hide_default_value = true,
        hide_possible_values = true, value_parser = audience())]
    audience: Level,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open_for(&arguments.data, &arguments.tables)?;
    let findings = data.complain_of(&data.findings().reported);
    if block(&findings, false) {
        return Ok(Exit::Findings);
    }
    let (books, level) = (&data.loaded.books, arguments.audience);
    let redacted = redacted(books, level);
    let published = Published::all(books, &redacted, level, &[]);
    let obstacles: Vec<_> = published.iter().flat_map(Published::obstacles).collect();
    if !data.complain_of(&obstacles).is_empty() {
        return Ok(Exit::Findings);
    }
    data.progress.step("写数据表");
    let said = folder::write(&arguments.tables, &data, &published, level)?;
    data.progress.end();
    data.progress.say(&said)?;
    Ok(Exit::Fine)
}
