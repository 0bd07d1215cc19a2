//! Whether a point of a curve was reached, as a release freezes it.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use rust_decimal::Decimal;

use crate::model::dictionary::WordError;
use crate::model::value::number::read_number;

/// Text for a completion that is unknown.
const UNKNOWN: &str = "—";

/// The words for reached, missed and unknown.
const WORDS: [(Option<bool>, &str); 3] =
    [(Some(true), "达到"), (Some(false), "未达到"), (None, "无法判定")];

/// The verdict on a point of a curve: `达到（12%，应达10%）`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Whether the point was reached; `None` if that is unknown.
    pub met: Option<bool>,
    /// The completion by then, as a part of 1; `None` if it is unknown.
    pub actual: Option<Decimal>,
    /// The completion that was due, as a part of 1.
    pub due: Decimal,
}

impl Display for Reached {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        let word =
            WORDS.iter().find(|(met, _)| *met == self.met).map_or("", |(_, word)| word);
        let percent =
            |share: Decimal| format!("{}%", (share * Decimal::ONE_HUNDRED).normalize());
        let actual = self.actual.map_or(UNKNOWN.to_owned(), percent);
        write!(out, "{word}（{actual}，应达{}）", percent(self.due))
    }
}

impl FromStr for Reached {
    type Err = WordError;

    fn from_str(text: &str) -> Result<Reached, WordError> {
        read(text).ok_or_else(|| {
            let problem = format!("“{text}”不是节点完成情况");
            WordError::whole("bad-number", text, problem, "如 达到（12%，应达10%）")
        })
    }
}

fn read(text: &str) -> Option<Reached> {
    let (word, shares) = text.split_once('（')?;
    let (met, _) = WORDS.iter().find(|(_, label)| *label == word)?;
    let (actual, due) = shares.strip_suffix('）')?.split_once("，应达")?;
    let share = |text: &str| {
        let percent = read_number(text.strip_suffix('%')?).ok()?;
        percent.checked_div(Decimal::ONE_HUNDRED)
    };
    let actual = if actual == UNKNOWN { None } else { Some(share(actual)?) };
    Some(Reached { met: *met, actual, due: share(due)? })
}
