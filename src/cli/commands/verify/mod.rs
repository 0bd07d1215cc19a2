//! `tongbao verify`: recompute what was written or printed, and say what differs.

mod claims;
mod figures;
mod results;
mod text;

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::Args;

use crate::cli::commands::verify::text::Beside;
use crate::cli::console::Exit;
use crate::cli::data_arguments::DataArguments;
use crate::cli::progress::Progress;
use crate::cli::values::word;
use crate::model::value::period::Period;

const USAGE: &str = "tongbao verify <文件夹或 figures.json> [选项]\n      tongbao verify --text <文件> [--book <账本> --period <期>]\n      tongbao verify --claims <文件>";

/// 复核：用数据重算已生成的结果，或核对一份通报里印出的数
#[derive(Args, Debug)]
#[command(override_usage = USAGE, next_help_heading = "选项")]
pub(crate) struct Arguments {
    /// 生成的文件夹，或其中一个 figures.json：用数据重算，说出相同还是哪里不同
    #[arg(value_name = "文件夹或 figures.json", help_heading = "参数",
        required_unless_present_any = ["claims", "text"], conflicts_with_all = ["claims", "text"])]
    results: Option<PathBuf>,
    /// 一份通报（文字、Markdown、网页或 .docx）：找出完成率、同比、超欠进度、占比、合计、名次等，逐个复算，并列出没有复算的数；写了 --book 或 --period 的，再与那一期的数据逐个核对
    #[arg(long, value_name = "文件", conflicts_with = "claims")]
    text: Option<PathBuf>,
    /// 与 --text 同用：与账本的哪一期核对，不写则为最新一期
    #[arg(long, value_name = "期", value_parser = word::<Period>, requires = "text")]
    period: Option<Period>,
    /// 摘录通报原始数和印出数的 YAML：逐个复算，每个数输出一行 JSON
    #[arg(long, value_name = "文件")]
    claims: Option<PathBuf>,
    #[command(flatten)]
    data: DataArguments,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let progress = || Progress::begin("复算", arguments.data.voice());
    if let Some(file) = &arguments.claims {
        return claims::run(file, &progress());
    }
    if let Some(file) = &arguments.text {
        let is_wanted = arguments.data.book.is_some() || arguments.period.is_some();
        let beside = Beside { data: &arguments.data, period: arguments.period.as_ref() };
        return text::run(file, is_wanted.then_some(&beside), &progress());
    }
    if let Some(results) = &arguments.results {
        return results::run(results, &arguments.data);
    }
    bail!("写一个生成的文件夹、一个 figures.json，或者用 --text、--claims 写一个文件")
}
