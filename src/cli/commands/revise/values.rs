//! What `revise` is told: the kind of a change, its reason, and sentences.

use std::str::FromStr;

use anyhow::{Result, anyhow};

use crate::cli::values::WrongValue;
use crate::model::dictionary::Word;
use crate::model::edition::revision::DisclosedKind;

/// The longest reason that still fits a table.
const LONGEST_REASON: usize = 200;

/// The longest sentence that still fits a table.
const LONGEST_SENTENCE: usize = 300;

/// Which kind is which.
const KINDS: &str = "--kind 写“更正”或“修订”：公布时就错了、现在改对的是更正（录错的金额、算错的得分）；\
    公布时没有错、以后知道了新的情况的是修订（上级核定、重新认定）";

/// The kind of a change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind(pub(super) DisclosedKind);

impl Kind {
    /// Returns the kind, without which nothing is disclosed.
    pub(super) fn required(kind: Option<Kind>) -> Result<Kind> {
        kind.ok_or_else(|| anyhow!("没有写是更正还是修订；{KINDS}"))
    }
}

impl FromStr for Kind {
    type Err = WrongValue;

    fn from_str(text: &str) -> Result<Kind, WrongValue> {
        let kind = DisclosedKind::parse(text.trim());
        kind.map(Kind).map_err(|_| WrongValue(format!("没有“{text}”这一类；{KINDS}")))
    }
}

/// Reads a reason that fits the table of changes.
pub(crate) fn reason(text: &str) -> Result<String, WrongValue> {
    let problem = "--reason 要写一句话，说明为什么改";
    line(text, problem, ("--reason", LONGEST_REASON))
}

/// Reads a sentence that fits the table of changes.
pub(super) fn sentence(text: &str) -> Result<String, WrongValue> {
    let problem = "--sentence 和 --instead 各写一句话";
    line(text, problem, ("--sentence 或 --instead", LONGEST_SENTENCE))
}

fn line(
    text: &str,
    problem: &str,
    (option, longest): (&str, usize),
) -> Result<String, WrongValue> {
    let line = text.trim();
    if line.is_empty() || line.chars().any(char::is_control) {
        return Err(WrongValue(problem.to_owned()));
    }
    if line.chars().count() > longest {
        let advice = format!("{option} 超过{longest}个字，写短些，详情放在文件里");
        return Err(WrongValue(advice));
    }
    Ok(line.to_owned())
}
