//! What can be typed after `import`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use crate::cli::data_arguments::DataArguments;
use crate::cli::values::word;
use crate::model::value::period::Period;

const EXAMPLES: &str = "例：tongbao import 报送/*.xlsx　　看会改什么，不写\n　　tongbao import 报送/*.xlsx --write　　写进账本\n　　tongbao import 月报.csv --book wushan --period 2023-10 --date 2023-11-06";

/// 导入：单位填好的报表等工作簿，先列出会改什么、结果怎么变，再写；或者下级发布的存档，核对指纹后放进 below/
#[derive(Args, Debug)]
#[command(override_usage = "tongbao import <文件>… [选项]\n　　　tongbao import --released <下级账本的文件夹>… --book <账本> [选项]", next_help_heading = "选项",
    after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// 工作簿：.xlsx、.xls、.ods 或 .csv，可以几个
    #[arg(
        value_name = "文件",
        required_unless_present = "released",
        conflicts_with = "released",
        help_heading = "参数"
    )]
    pub(super) files: Vec<PathBuf>,
    /// 下级账本的文件夹，里面有 released/；可写几个
    #[arg(long, value_name = "文件夹", num_args = 1..)]
    pub(super) released: Vec<PathBuf>,
    /// 取它们的 git 仓库里的这个标签，不写则取文件夹里现有的
    #[arg(long, value_name = "标签", requires = "released")]
    pub(super) tag: Option<String>,
    #[command(flatten)]
    pub(super) data: DataArguments,
    /// 哪一期，如 2023-10；不写则照表上的
    #[arg(long, value_name = "期", value_parser = word::<Period>)]
    pub(super) period: Option<Period>,
    /// 哪天报来的，如 2023-11-06；不写则照表上的填报日期
    #[arg(long, value_name = "日期", value_parser = word::<NaiveDate>)]
    pub(super) date: Option<NaiveDate>,
    /// 与已发布的数不同的，记作更正，这里写原因
    #[arg(long, value_name = "原因")]
    pub(super) reason: Option<String>,
    /// 写进账本；不写这个选项只看
    #[arg(long)]
    pub(super) write: bool,
    /// 有问题的工作簿另存一份到这个文件夹，看不准的格子标黄、加批注，可以退给填报单位
    #[arg(long, value_name = "文件夹", conflicts_with = "released")]
    pub(super) marked: Option<PathBuf>,
    /// 列出全部改动：每个数连同原因，每条记录逐字段
    #[arg(long)]
    pub(super) full: bool,
}
