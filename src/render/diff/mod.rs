//! What changed, as text, Markdown or JSON; the page is made where all pages are.

mod json;
mod markdown;
mod text;

use crate::view::changes::{BookChanges, Cause, Changes, PeriodChanges};

pub use crate::render::diff::json::json;
pub use crate::render::diff::markdown::markdown;
pub use crate::render::diff::text::text;

/// What is said where nothing changed.
pub(crate) const NOTHING: &str =
    "没有变动：记录和结果都与改前一致（注释、次序、排版和文件位置不计）。";

/// `改前 main（1a2b3c4d），改后 工作区`.
pub(crate) fn sides(changes: &Changes) -> String {
    format!("改前 {}，改后 {}", changes.before, changes.after)
}

/// What is said first of the results of a period.
pub(crate) fn counted(period: &PeriodChanges) -> String {
    match period.moves.len() {
        0 => format!("{}：数没有变动", period.name),
        count => format!("{}：{count}个数变动", period.name),
    }
}

/// What is said where no consequence follows.
pub(crate) fn quiet(book: &BookChanges) -> &'static str {
    match book.results.iter().any(|period| !period.moves.is_empty()) {
        true => "数有变动；没有数据减少，目标、灯和名次没有变化。",
        false if book.results.is_empty() => "没有可比的结果。",
        false => "结果没有变动。",
    }
}

/// A cause in one line.
pub(crate) fn cause(cause: &Cause) -> String {
    let note = match cause.note.as_str() {
        "" => String::new(),
        note => format!("（{note}）"),
    };
    let amount =
        if cause.text.is_empty() { String::new() } else { format!(" {}", cause.text) };
    format!("{}{amount}{note}", cause.title)
}
