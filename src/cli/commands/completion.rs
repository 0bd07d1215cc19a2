//! `tongbao completion`: the script by which a shell completes commands and options.

use anyhow::Result;
use clap::{Args, Command};
use clap_complete::{Shell, generate};

use crate::cli::console::{Exit, print};

/// 输出命令行补全脚本，供 bash、zsh、fish、powershell、elvish 使用
#[derive(Args, Debug)]
#[command(
    override_usage = "tongbao completion <命令行>",
    next_help_heading = "选项",
    after_help = "bash：tongbao completion bash > ~/.local/share/bash-completion/completions/tongbao"
)]
pub(crate) struct Arguments {
    /// 哪一种命令行：bash、zsh、fish、powershell 或 elvish
    #[arg(value_name = "命令行", help_heading = "参数", hide_possible_values = true)]
    shell: Shell,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, mut all: Command) -> Result<Exit> {
    let mut script = Vec::new();
    let name = all.get_name().to_owned();
    generate(arguments.shell, &mut all, name, &mut script);
    print(&String::from_utf8(script)?)?;
    Ok(Exit::Fine)
}
