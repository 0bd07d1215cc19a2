//! What `revise` is told.

use chrono::NaiveDate;
use clap::Args;

use crate::cli::commands::revise::values::{Kind, reason, sentence};
use crate::cli::data_arguments::DataArguments;
use crate::cli::values::{audience, word};
use crate::model::dictionary::Level;
use crate::model::value::period::Period;

/// 更正或修订：公布已发布的数和文字的改动
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao revise --kind <类别> --reason <原因> --date <日期> [选项]",
    next_help_heading = "选项"
)]
pub(crate) struct Arguments {
    /// 更正（公布时就错了，现在改对）或 修订（公布时没有错，以后知道了新的情况）
    #[arg(long, value_name = "类别")]
    pub(super) kind: Option<Kind>,
    /// 为什么改，印在更正或修订表里
    #[arg(long, value_name = "原因", value_parser = reason)]
    pub(super) reason: String,
    /// 公布改动的日期，如 2023-10-08
    #[arg(long, value_name = "日期", value_parser = word::<NaiveDate>)]
    pub(super) date: NaiveDate,
    /// 发布时说错了的一句话，照原文写；可以写几次，各跟一个 --instead
    #[arg(long, value_name = "原文", value_parser = sentence)]
    pub(super) sentence: Vec<String>,
    /// 这句话应该怎么说
    #[arg(long, value_name = "现文", value_parser = sentence)]
    pub(super) instead: Vec<String>,
    /// 这些话在哪一期，如 2023-06；只有一期有变动的不用写
    #[arg(long, value_name = "期", value_parser = word::<Period>, requires = "sentence")]
    pub(super) period: Option<Period>,
    /// 这些话给谁看：公开、内部、领导；不写与这一期的叙述文字相同
    #[arg(long, value_name = "受众", hide_possible_values = true,
        value_parser = audience(), requires = "sentence")]
    pub(super) audience: Option<Level>,
    #[command(flatten)]
    pub(super) data: DataArguments,
}
