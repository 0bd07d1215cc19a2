//! `tongbao export`: what other programs read, and what units fill in.

mod forms;
mod open_tables;
mod workbooks;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::cli::console::Exit;
use crate::cli::data_arguments::DataArguments;
use crate::cli::values::{audience, item, word};
use crate::model::dictionary::Level;
use crate::model::value::period::Period;

use crate::cli::commands::export::workbooks::{KINDS, Kind};

const EXAMPLES: &str = "例：tongbao export --forms 报表 --book wushan --period 2024-04　　各单位的填报表\n　　tongbao export --workbooks 表格 --book wushan --period 2023-06　　这一期的每张表，一个工作簿\n　　tongbao export --tables 数据　　开放数据表";

/// 导出数据和工作簿：给别的程序的数据表，一期通报的每张表，各单位的填报表
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao export --tables|--workbooks|--forms <文件夹> [选项]",
    next_help_heading = "选项",
    after_help = EXAMPLES,
    group = clap::ArgGroup::new("what").required(true).args(["tables", "workbooks", "forms"])
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    /// 开放数据表：各期的数、目标、得分、来历、项目和改动，写成几个 CSV 和一个 datapackage.json
    #[arg(long, value_name = "文件夹")]
    tables: Option<PathBuf>,
    /// 一期通报的每张表，照印出的样子，写成工作簿；已有的文件不覆盖
    #[arg(long, value_name = "文件夹")]
    workbooks: Option<PathBuf>,
    /// 填报表：按方案的报送任务，一个单位一个工作簿，预填到上期；已有的文件不覆盖
    #[arg(long, value_name = "文件夹", requires = "period")]
    forms: Option<PathBuf>,
    /// 哪一期，如 2023-06；通报的表不写则为各账本最新的一期
    #[arg(long, value_name = "期", value_parser = word::<Period>, conflicts_with = "tables")]
    period: Option<Period>,
    /// 填报表全部单位合成一个工作簿
    #[arg(long, requires = "forms")]
    together: bool,
    /// 通报的表的格式：xlsx 一期一个工作簿，csv 一张表一个文件
    #[arg(long, value_name = "格式", default_value = KINDS[0].name, hide_default_value = true,
        hide_possible_values = true, value_parser = item(KINDS, |kind| kind.name))]
    format: &'static Kind,
    /// 给谁看：公开、内部或领导；不写，开放数据表为公开，工作簿为内部
    #[arg(long, value_name = "受众", hide_possible_values = true, value_parser = audience())]
    audience: Option<Level>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = &arguments.data;
    let level = |usual: Level| arguments.audience.unwrap_or(usual);
    match arguments {
        Arguments { tables: Some(out), .. } => {
            open_tables::run(data, out, level(Level::Public))
        }
        Arguments { forms: Some(out), period: Some(period), together, .. } => {
            forms::run(data, out, level(Level::Internal), (period, *together))
        }
        Arguments { workbooks, period, format, .. } => {
            let out = workbooks.as_deref().unwrap_or(Path::new("."));
            workbooks::run(data, out, level(Level::Internal), (period.as_ref(), format))
        }
    }
}
