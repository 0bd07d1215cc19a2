//! `tongbao status`: the month's desk: what is due, who has not reported, what blocks the release.

use anyhow::Result;
use clap::Args;

use crate::cli::console::{Exit, print};
use crate::cli::data::Data;
use crate::cli::data_arguments::DataArguments;
use crate::cli::project::standing::standing;
use crate::cli::project::today::Today;
use crate::cli::values::item;
use crate::render::desk;
use crate::view::desk::Desk;

/// How the desk is shown.
#[derive(Debug)]
struct Shape {
    name: &'static str,
    show: fn(&Desk) -> String,
}

const SHAPES: &[Shape] = &[
    Shape { name: "text", show: desk::text },
    Shape { name: "message", show: desk::message },
    Shape { name: "list", show: desk::list },
];

/// 编报情况：哪天要报什么、谁没有报、发布前还差什么、下一步做什么；有逾期未报的，退出码为 1
#[derive(Args, Debug)]
#[command(override_usage = "tongbao status [选项]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    #[command(flatten)]
    data: DataArguments,
    #[command(flatten)]
    today: Today,
    /// 输出格式：text 看屏幕，message 发群里，list 一月一份的提醒清单（草稿，没有文号）
    #[arg(long, value_name = "格式", default_value = SHAPES[0].name, hide_default_value = true,
        hide_possible_values = true, value_parser = item(SHAPES, |shape| shape.name))]
    format: &'static Shape,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Result<Exit> {
    let data = Data::open(&arguments.data)?;
    let findings = data.locate(&data.findings().reported);
    data.progress.end();
    let today = arguments.today.day();
    let (mut shown, mut is_overdue) = (Vec::new(), false);
    for book in &data.loaded.books {
        let standing = standing(&data, book, &findings);
        let desk = crate::report::desk::desk(book, today, standing);
        is_overdue |= !desk.overdue.is_empty();
        shown.push((arguments.format.show)(&desk));
    }
    print(&shown.join("\n"))?;
    Ok(if is_overdue { Exit::Findings } else { Exit::Fine })
}
