//! What can be typed after `tongbao`, with its help in Chinese.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand};

use crate::cli::commands::diff::SHAPES;
use crate::diagnostic::format::FORMATS;
use crate::model::dictionary::{Level, Word};
use crate::model::value::period::Period;
use crate::view::changes::consequence::GATES;

const TEMPLATE: &str = "{about-with-newline}\n用法：{usage}\n\n{all-args}{after-help}";

/// Everything that is typed.
#[derive(Debug, Parser)]
#[command(
    name = "tongbao",
    about = "通报：把 git 里的 YAML 数据变成招商引资月度通报",
    override_usage = "tongbao <命令> [选项]",
    after_help = "每个命令的说明：tongbao <命令> --help",
    help_template = TEMPLATE,
    subcommand_help_heading = "命令",
    next_help_heading = "选项",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    version
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub verb: Verb,
    /// 显示说明
    #[arg(short, long, global = true, action = ArgAction::Help, help_heading = "选项")]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "选项")]
    version: Option<bool>,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// 核对数据：一次报出全部文件的全部问题
    #[command(override_usage = "tongbao check [选项]", help_template = TEMPLATE)]
    Check(CheckArguments),
    /// 生成通报：核对、测算，写出网页、公文版 PDF 和数据
    #[command(override_usage = "tongbao build [选项]", help_template = TEMPLATE)]
    Build(BuildArguments),
    /// 比较两个版本：记录改了什么，结果因此变了什么，原因是什么
    #[command(override_usage = "tongbao diff <改前> [改后] [选项]", help_template = TEMPLATE)]
    Diff(DiffArguments),
    /// 输出数据格式：JSON Schema 或字段表
    #[command(override_usage = "tongbao schema [选项]", help_template = TEMPLATE)]
    Schema(SchemaArguments),
    /// 解释一个问题代码，或一个数的由来
    #[command(override_usage = "tongbao explain <代码或编号> [选项]", help_template = TEMPLATE)]
    Explain(ExplainArguments),
    /// 发布：把一期通报的数定下来，以后改动必须公布
    #[command(override_usage = "tongbao release <期> [选项]", help_template = TEMPLATE)]
    Release(ReleaseArguments),
    /// 修订：公布已发布的数的改动
    #[command(override_usage = "tongbao revise --reason <原因> --date <日期> [选项]", help_template = TEMPLATE)]
    Revise(ReviseArguments),
    /// 复核：用数据重算已生成的结果，或核对一份通报里印出的数
    #[command(override_usage = "tongbao verify <文件夹或 figures.json> [选项]\n      tongbao verify --text <文件>\n      tongbao verify --claims <文件>", help_template = TEMPLATE)]
    Verify(VerifyArguments),
}

/// Where the data is.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct DataArguments {
    /// 数据文件夹
    #[arg(
        long,
        value_name = "文件夹",
        default_value = "data",
        hide_default_value = true
    )]
    pub data: PathBuf,
    /// 只看一个账本，不写则全部
    #[arg(long, value_name = "账本")]
    pub book: Option<String>,
    /// 主题文件夹，不写则为 themes
    #[arg(
        long,
        value_name = "文件夹",
        default_value = "themes",
        hide_default_value = true
    )]
    pub themes: PathBuf,
}

/// What `check` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct CheckArguments {
    #[command(flatten)]
    pub data: DataArguments,
    /// 输出格式：text 给人看，json 每行一个问题，github 显示在改动旁
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true,
        hide_possible_values = true, value_parser = formats())]
    pub format: String,
    /// 有警告也算不通过
    #[arg(long)]
    pub strict: bool,
}

/// What `build` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct BuildArguments {
    #[command(flatten)]
    pub data: DataArguments,
    /// 输出文件夹，不写则为 output
    #[arg(
        long,
        value_name = "文件夹",
        default_value = "output",
        hide_default_value = true
    )]
    pub out: PathBuf,
    /// 每期另写一个单文件网页，图表和来历都在里面，可作附件发送
    #[arg(long)]
    pub single_file: bool,
    /// 给谁看：公开、内部或领导，不写则为内部；一次只生成一种
    #[arg(long, value_name = "受众", default_value = "内部", hide_default_value = true,
        hide_possible_values = true, value_parser = audiences())]
    pub audience: String,
    /// 还没有通报文件的一期也生成，标明“草稿”，如 2023-07；可写几次
    #[arg(long, value_name = "期")]
    pub draft: Vec<String>,
    /// 有警告也算不通过
    #[arg(long)]
    pub strict: bool,
}

impl BuildArguments {
    /// The level that is built for.
    pub(crate) fn level(&self) -> Level {
        let named = |level: &&Level| level.label() == self.audience;
        Level::ALL.iter().find(named).copied().unwrap_or(Level::Internal)
    }
}

/// What `diff` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项", after_help = DIFF_HELP)]
pub(crate) struct DiffArguments {
    /// 改前：git 里的版本（分支、标签、提交），或一个数据文件夹（写成 ./文件夹）
    #[arg(value_name = "改前", help_heading = "参数")]
    pub base: String,
    /// 改后：同上；不写则为眼前的数据文件夹
    #[arg(value_name = "改后", help_heading = "参数")]
    pub head: Option<String>,
    #[command(flatten)]
    pub data: DataArguments,
    /// 按哪一期算结果，如 2023-06；不写则为改后有记录的最新一个月
    #[arg(long, value_name = "期")]
    pub period: Option<String>,
    /// 输出格式：text 看屏幕，md 作评论，html 单个网页，json 给程序
    #[arg(long, value_name = "格式", default_value = "text", hide_default_value = true,
        hide_possible_values = true, value_parser = PossibleValuesParser::new(SHAPES))]
    pub format: String,
    /// 写到这个文件；不写则输出到屏幕
    #[arg(long, value_name = "文件")]
    pub out: Option<PathBuf>,
    /// md 最多多少字节，不写则为 50000；先写后果最重的，写不下的注明
    #[arg(
        long,
        value_name = "字节",
        default_value_t = 50_000,
        hide_default_value = true
    )]
    pub max_bytes: usize,
    /// 有这些后果就算不通过，可写几个，用逗号隔开：
    /// lost 数据减少，released 已发布的数变动，goal 目标达成变化，lamp 灯或节点变化，rank 名次变化
    #[arg(long, value_name = "后果", value_delimiter = ',', hide_possible_values = true,
        value_parser = gates())]
    pub fail_on: Vec<String>,
}

/// What `schema` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct SchemaArguments {
    /// 写到这个文件夹，每类记录一个文件；不写则输出到屏幕
    #[arg(long, value_name = "文件夹", conflicts_with = "fields")]
    pub out: Option<PathBuf>,
    /// 输出字段表（Markdown），而不是 JSON Schema
    #[arg(long)]
    pub fields: bool,
}

/// What `explain` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct ExplainArguments {
    /// 问题的代码，如 bad-date；或数的编号，如 funds/unit:jiaotong
    #[arg(value_name = "代码或编号", help_heading = "参数")]
    pub subject: Option<String>,
    /// 一条记录的编号：列出它进入的各个数
    #[arg(long, value_name = "记录编号", conflicts_with = "subject")]
    pub evidence: Option<String>,
    /// 期，不写则为最新一期
    #[arg(long, value_name = "期")]
    pub period: Option<String>,
    #[command(flatten)]
    pub data: DataArguments,
}

fn audiences() -> PossibleValuesParser {
    PossibleValuesParser::new(Level::ALL.iter().map(|level| level.label()))
}

/// What `release` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct ReleaseArguments {
    /// 要发布的期，如 2023-06；通报已写明印发日期，数据已提交到 git
    #[arg(value_name = "期", help_heading = "参数")]
    pub period: String,
    #[command(flatten)]
    pub data: DataArguments,
}

/// What `revise` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct ReviseArguments {
    /// 为什么改，印在修订表里
    #[arg(long, value_name = "原因")]
    pub reason: String,
    /// 修订日期，如 2023-10-08
    #[arg(long, value_name = "日期")]
    pub date: String,
    #[command(flatten)]
    pub data: DataArguments,
}

/// What `verify` takes.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(crate) struct VerifyArguments {
    /// 生成的文件夹，或其中一个 figures.json：用数据重算，说出相同还是哪里不同
    #[arg(value_name = "文件夹或 figures.json", help_heading = "参数",
        required_unless_present_any = ["claims", "text"], conflicts_with_all = ["claims", "text"])]
    pub results: Option<PathBuf>,
    /// 一份通报的文字或 Markdown 表：找出完成率、同比、超欠进度、占比、合计、名次，逐个复算
    #[arg(long, value_name = "文件", conflicts_with = "claims")]
    pub text: Option<PathBuf>,
    /// 摘录通报原始数和印出数的 YAML：逐个复算，每个数输出一行 JSON
    #[arg(long, value_name = "文件")]
    pub claims: Option<PathBuf>,
    #[command(flatten)]
    pub data: DataArguments,
}

const DIFF_HELP: &str = "例：tongbao diff main　　与主分支比较\n　　tongbao diff v1 v2 --format html --out diff.html";

/// Reads a period that was typed.
pub(crate) fn read_period(text: &str) -> Result<Period> {
    match Period::parse(text) {
        Ok(period) => Ok(period),
        Err(error) => bail!("{}；{}", error.problem, error.help),
    }
}

fn gates() -> PossibleValuesParser {
    PossibleValuesParser::new(GATES.iter().map(|gate| gate.name))
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))
}
