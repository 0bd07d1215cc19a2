//! `tongbao help`: what the program or a command does, as `--help` of it says.

use anyhow::{Result, bail};
use clap::{Args, Command};

use crate::cli::complaint;
use crate::cli::console::Exit;
use crate::model::dictionary::nearest;

/// 显示说明：全部命令的，或一个命令的
#[derive(Args, Debug)]
#[command(override_usage = "tongbao help [命令]", next_help_heading = "选项")]
pub(crate) struct Arguments {
    /// 哪个命令，如 build；不写则列出全部命令
    #[arg(value_name = "命令", help_heading = "参数")]
    verb: Option<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, all: Command) -> Result<Exit> {
    if let Some(verb) = &arguments.verb
        && all.find_subcommand(verb).is_none()
    {
        let known = all.get_subcommands().map(Command::get_name);
        match nearest(verb, known) {
            Some(near) => bail!("没有“{verb}”这个命令，是否应为“{near}”？"),
            None => bail!("没有“{verb}”这个命令；tongbao help 列出全部命令"),
        }
    }
    let name = all.get_name().to_owned();
    let typed = [Some(name.as_str()), arguments.verb.as_deref(), Some("--help")];
    let asked = all.try_get_matches_from(typed.into_iter().flatten());
    Ok(asked.err().map_or(Exit::Fine, |help| complaint::show(&help)))
}
