//! The parts of figures and of scores that a release freezes, with their ids and words.

use std::fmt::{Display, Formatter};

use crate::model::dictionary::{Word, WordError, WordShape, json_id, word_value};
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::value::number::read_number;
use crate::model::value::period::Period;
use crate::model::value::word::Id;

/// A part of a figure or of a score, in the order in which a reader goes through them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FrozenPart {
    /// 完成数.
    Value,
    /// 目标.
    Target,
    /// 完成率.
    Completion,
    /// 序时进度.
    Schedule,
    /// 超欠进度.
    Lead,
    /// The lamp of a figure or of a score.
    Lamp,
    /// 名次.
    Rank,
    /// 总分.
    Total,
    /// The score of an item of an assessment.
    Item(Id),
    /// The verdict on a point of a curve.
    Verdict(Period),
    /// 核定: what a superior organ recognised for a period.
    Recognised(Period),
}

/// The parts that occur once, with their ids and words.
const PARTS: &[(FrozenPart, &str, &str)] = &[
    (FrozenPart::Value, "value", "完成数"),
    (FrozenPart::Target, "target", "目标"),
    (FrozenPart::Completion, "completion", "完成率"),
    (FrozenPart::Schedule, "schedule", "序时进度"),
    (FrozenPart::Lead, "lead", "超欠进度"),
    (FrozenPart::Lamp, "lamp", "状态"),
    (FrozenPart::Rank, "rank", "名次"),
    (FrozenPart::Total, "total", "总分"),
];

/// Prefixes of the ids and the words of the parts that occur several times.
const ITEM: (&str, &str) = ("item:", "得分 ");
const VERDICT: (&str, &str) = ("verdict:", "节点 ");
const RECOGNISED: (&str, &str) = ("recognised:", "核定 ");

impl FrozenPart {
    /// Returns the stable id.
    pub fn id(&self) -> String {
        match self {
            FrozenPart::Item(item) => format!("{}{item}", ITEM.0),
            FrozenPart::Verdict(point) => format!("{}{point}", VERDICT.0),
            FrozenPart::Recognised(period) => format!("{}{period}", RECOGNISED.0),
            _ => self.single().map(|(id, _)| id.to_owned()).unwrap_or_default(),
        }
    }

    /// Returns the part with an id; `None` if there is none.
    pub fn with_id(id: &str) -> Option<FrozenPart> {
        if let Some(item) = id.strip_prefix(ITEM.0) {
            return Some(FrozenPart::Item(item.parse().ok()?));
        }
        if let Some(point) = id.strip_prefix(VERDICT.0) {
            return Some(FrozenPart::Verdict(point.parse().ok()?));
        }
        if let Some(period) = id.strip_prefix(RECOGNISED.0) {
            return Some(FrozenPart::Recognised(period.parse().ok()?));
        }
        let single = PARTS.iter().find(|(_, single, _)| *single == id);
        single.map(|(part, ..)| part.clone())
    }

    /// Reads a value of this part; `None` if the text is not one.
    pub fn read(&self, text: &str) -> Option<FrozenValue> {
        Some(match self {
            FrozenPart::Lamp => FrozenValue::Lamp(text.parse().ok()?),
            FrozenPart::Rank => FrozenValue::Rank(text.parse().ok()?),
            FrozenPart::Verdict(_) => FrozenValue::Verdict(text.parse().ok()?),
            _ => FrozenValue::Number(read_number(text).ok()?),
        })
    }

    /// Returns the id and the word of a part that occurs once.
    fn single(&self) -> Option<(&'static str, &'static str)> {
        let mut parts = PARTS.iter();
        parts.find(|(part, ..)| part == self).map(|(_, id, word)| (*id, *word))
    }
}

impl Display for FrozenPart {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        match self {
            FrozenPart::Item(item) => write!(out, "{}{item}", ITEM.1),
            FrozenPart::Verdict(point) => write!(out, "{}{point}", VERDICT.1),
            FrozenPart::Recognised(period) => write!(out, "{}{period}", RECOGNISED.1),
            _ => out.write_str(self.single().map_or("", |(_, word)| word)),
        }
    }
}

json_id!(FrozenPart);

impl Word for FrozenPart {
    const SHAPE: &'static WordShape = &WordShape {
        id: "revised-part",
        name: "数的一项",
        form: "完成数、目标、完成率、序时进度、超欠进度、状态、名次、总分，或者“节点 2023-Q1”“得分 contract”“核定 2023”",
        pattern: "^(完成数|目标|完成率|序时进度|超欠进度|状态|名次|总分|节点 .+|得分 .+|核定 .+)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<FrozenPart, WordError> {
        if let Some(item) = text.strip_prefix(ITEM.1) {
            return item.parse().map(FrozenPart::Item);
        }
        if let Some(point) = text.strip_prefix(VERDICT.1) {
            return point.parse().map(FrozenPart::Verdict);
        }
        if let Some(period) = text.strip_prefix(RECOGNISED.1) {
            return period.parse().map(FrozenPart::Recognised);
        }
        let single = PARTS.iter().find(|(.., word)| *word == text);
        single.map(|(part, ..)| part.clone()).ok_or_else(|| {
            let words: Vec<&str> = PARTS.iter().map(|(.., word)| *word).collect();
            WordError::unknown_choice("数的一项", text, &words)
        })
    }
}

word_value!(FrozenPart);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_read_as_it_is_written() {
        for id in [
            "value",
            "lamp",
            "total",
            "verdict:2023-Q1",
            "item:contract",
            "recognised:2023",
        ] {
            let part = FrozenPart::with_id(id).unwrap();
            assert_eq!(part.id(), id);
            assert_eq!(FrozenPart::parse(&part.to_string()).unwrap(), part);
        }
        assert!(FrozenPart::parse("完成").is_err());
        assert!(FrozenPart::parse("节点 六月").is_err());
    }

    #[test]
    fn every_value_is_read_as_it_is_written() {
        for (part, text) in [
            ("completion", "0.6400000000"),
            ("lead", "-3.20"),
            ("rank", "3"),
            ("lamp", "1"),
            ("verdict:2023-Q1", "未达到（—，应达10%）"),
            ("verdict:2023", "达到（51.47828571%，应达50%）"),
        ] {
            let part = FrozenPart::with_id(part).unwrap();
            assert_eq!(part.read(text).unwrap().to_string(), text);
        }
        assert!(FrozenPart::Rank.read("第3").is_none());
    }
}
