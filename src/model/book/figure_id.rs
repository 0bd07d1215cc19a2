//! The id of a figure: what is measured or scored, and for whom.

use std::fmt::{Display, Formatter};
use std::str::FromStr;

use crate::model::book::scope::Scope;
use crate::model::dictionary::{Word, WordError, WordShape, json_text, word_value};
use crate::model::value::word::Id;

/// What the ids of scores begin with.
const SCORE: &str = "score:";

/// The id of a figure, the same from edition to edition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureId {
    /// The value of an indicator for a scope: `funds/unit:jiaotong`.
    Indicator(Id, Scope),
    /// The score of a unit in an assessment: `score:units/unit:jiaotong`.
    Score(Id, Scope),
}

impl Display for FigureId {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            FigureId::Indicator(indicator, scope) => write!(out, "{indicator}/{scope}"),
            FigureId::Score(assessment, scope) => {
                write!(out, "{SCORE}{assessment}/{scope}")
            }
        }
    }
}

impl FromStr for FigureId {
    type Err = WordError;

    fn from_str(text: &str) -> Result<FigureId, WordError> {
        read(text).ok_or_else(|| {
            let help = "如 funds/unit:jiaotong、score:units/unit:jiaotong";
            WordError::whole("bad-id", text, format!("“{text}”不是数的编号"), help)
        })
    }
}

fn read(text: &str) -> Option<FigureId> {
    let (name, scope) = text.split_once('/')?;
    let scope = scope.parse().ok()?;
    Some(match name.strip_prefix(SCORE) {
        Some(assessment) => FigureId::Score(assessment.parse().ok()?, scope),
        None => FigureId::Indicator(name.parse().ok()?, scope),
    })
}

impl Word for FigureId {
    const SHAPE: &'static WordShape = String::SHAPE;

    fn parse(text: &str) -> Result<FigureId, WordError> {
        text.parse()
    }
}

word_value!(FigureId);
json_text!(FigureId);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_read_as_it_is_written() {
        for text in [
            "funds/all",
            "funds/unit:other",
            "funds/unit:jiaotong",
            "contract-5y/unit:gongmao@sector:fintech",
            "funds/channel:chamber",
            "score:units/unit:jiaotong",
        ] {
            assert_eq!(text.parse::<FigureId>().unwrap().to_string(), text);
        }
        for text in ["funds", "funds/", "/all", "funds/unit:", "score:/all", "a/b:c"] {
            assert!(text.parse::<FigureId>().is_err(), "{text}");
        }
    }
}
