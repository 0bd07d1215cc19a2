//! Messages in Chinese about arguments that cannot be parsed.

use std::error::Error;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::console::{Exit, complain, print};
use crate::cli::values::WrongValue;
use crate::diagnostic::clipped::clipped;

/// Shows help, the version or a complaint.
pub(super) fn show(error: &clap::Error) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let printed = print(&headed(error.render().to_string()));
            return if printed.is_ok() { Exit::Fine } else { Exit::Failed };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain(&headed(error.render().to_string()));
        }
        _ => complain(&clipped(&complaint(error))),
    }
    Exit::Failed
}

/// Gives the headings of help a colon as the text has them.
fn headed(help: String) -> String {
    ["命令", "参数", "选项"].iter().fold(help, |help, heading| {
        help.replace(&format!("\n{heading}:\n"), &format!("\n{heading}：\n"))
    })
}

fn complaint(error: &clap::Error) -> String {
    if let Some(wrong) =
        error.source().and_then(|cause| cause.downcast_ref::<WrongValue>())
    {
        return format!("错误：{wrong}\n");
    }
    format!("错误：{}{}\n说明见 tongbao --help\n", problem(error), advice(error))
}

fn problem(error: &clap::Error) -> String {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", context(error, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "没有写命令".to_owned(),
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!("没有“{argument}”这个选项")
        }
        ErrorKind::UnknownArgument => {
            format!("“{argument}”多了，这里不写；选项以 -- 开头")
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("“{argument}”后面没有写值")
        }
        ErrorKind::InvalidValue => {
            let valid = context(error, ContextKind::ValidValue);
            format!("“{argument}”不能是“{value}”，可写：{valid}")
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            format!("“{argument}”和“{other}”不能一起用")
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("“{argument}”的值多了或少了")
        }
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => "参数写得不对".to_owned(),
    }
}

/// Returns the question after a similar name; empty if there is none.
fn advice(error: &clap::Error) -> String {
    [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .into_iter()
        .filter_map(|kind| context(error, kind).rsplit('、').next().map(str::to_owned))
        .find(|name| !name.is_empty())
        .map(|name| format!("，是否应为“{name}”？"))
        .unwrap_or_default()
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    }
}
