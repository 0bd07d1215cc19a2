//! The commands: the only folder that prints, writes files and knows exit codes.

mod below;
mod book_maker;
mod cache;
mod commands;
mod complaint;
mod console;
mod data;
mod data_arguments;
mod findings;
mod mistake;
mod open_tables;
mod output;
mod progress;
mod project;
mod published;
mod record_file;
mod themes;
mod values;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgAction, CommandFactory, Parser};

use crate::cli::commands::{Command, TEMPLATE};
use crate::cli::console::{Exit, complain};
use crate::diagnostic::clipped::clipped;
use crate::load::source::failure;

pub use crate::cli::mistake::tell_mistakes;

/// Everything that is typed.
#[derive(Debug, Parser)]
#[command(
    name = "tongbao",
    about = "通报：把 git 里的 YAML 数据变成招商引资月度通报",
    override_usage = "tongbao <命令> [选项]",
    after_help = "每个命令的说明：tongbao help <命令>",
    help_template = TEMPLATE,
    subcommand_help_heading = "命令",
    next_help_heading = "选项",
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    version = version()
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// 显示说明
    #[arg(short, long, global = true, action = ArgAction::Help, help_heading = "选项")]
    help: Option<bool>,
    /// 显示版本
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = "选项")]
    version: Option<bool>,
}

/// Returns the version of the program and the commit of its sources, where it is known.
fn version() -> &'static str {
    concat!(env!("CARGO_PKG_VERSION"), env!("SOURCES_COMMIT"))
}

/// Runs the command line.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let exit = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => {
            arguments.command.run(&Arguments::command).unwrap_or_else(|error| {
                complain(&format!("错误：{}\n", clipped(&failure::told(&error))));
                Exit::Failed
            })
        }
        Err(error) => complaint::show(&error),
    };
    ExitCode::from(exit)
}
