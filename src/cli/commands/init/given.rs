//! The answers that are given by options.

use clap::Args;

use crate::cli::commands::init::answers::{Answers, Units, amount, first, name, units};
use crate::cli::commands::init::form::{Form, form};
use crate::model::value::period::Period;

/// The answers that are given, each by an option.
#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub(super) struct Given {
    /// 一、市、县的名称，如 新县
    #[arg(long, value_name = "名称", value_parser = name)]
    pub(super) name: Option<String>,
    /// 二、第一期通报是哪个月，如 2026-03
    #[arg(long, value_name = "月份", value_parser = first)]
    pub(super) first: Option<Period>,
    /// 三、责任单位和各自全年的到位资金目标，没有下达的不写数，如 "县经信局 15亿元、县文旅局"
    #[arg(long, value_name = "单位", value_parser = units)]
    pub(super) units: Option<Units>,
    /// 四、全域全年的到位资金目标，如 20亿元；没有下达的不写
    #[arg(long, value_name = "金额", value_parser = amount)]
    pub(super) goal: Option<String>,
    /// 五、公文的格式：文件、函、简报或报告；不写则为文件
    #[arg(long, value_name = "格式", value_parser = form)]
    pub(super) form: Option<Form>,
}

impl Given {
    /// Returns the answers, if the options give all that must be known.
    pub(super) fn answers(&self) -> Option<Answers> {
        Some(Answers {
            name: self.name.clone()?,
            first: self.first.clone()?,
            units: self.units.clone()?,
            goal: self.goal.clone(),
            form: self.form.unwrap_or(Form::Document),
        })
    }
}
