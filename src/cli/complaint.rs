//! What is said when something typed cannot be understood, in Chinese.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::{FAILED, FINE, complain, print};

/// Shows help, the version or a complaint.
pub(super) fn show(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let code =
                if print(&error.render().to_string()).is_ok() { FINE } else { FAILED };
            return ExitCode::from(code);
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            complain(&error.render().to_string());
        }
        _ => complain(&complaint(error)),
    }
    ExitCode::from(FAILED)
}

fn complaint(error: &clap::Error) -> String {
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let problem = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("没有“{}”这个命令", context(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "没有写命令".to_owned(),
        ErrorKind::UnknownArgument => format!("没有“{argument}”这个选项"),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("“{argument}”后面没有写值")
        }
        ErrorKind::InvalidValue => {
            format!(
                "“{argument}”不能是“{value}”，可写：{}",
                context(ContextKind::ValidValue)
            )
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::ArgumentConflict => {
            format!("“{argument}”和“{}”不能一起用", context(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            format!("“{argument}”的值多了或少了")
        }
        ErrorKind::InvalidUtf8 => "参数不是 UTF-8 文字".to_owned(),
        _ => "参数写得不对".to_owned(),
    };
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg]
        .map(context)
        .into_iter()
        .find_map(|near| {
            near.rsplit('、').next().map(str::to_owned).filter(|near| !near.is_empty())
        });
    let advice = near.map(|near| format!("，是否应为“{near}”？")).unwrap_or_default();
    format!("错误：{problem}{advice}\n说明见 tongbao --help\n")
}
