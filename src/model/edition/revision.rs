//! Revisions: disclosed changes to figures of released editions.

use std::fmt::{Display, Formatter};

use chrono::NaiveDate;

use crate::model::dictionary::{Word, WordError, WordShape, record, word_value};

record! {
    /// `revisions/<period>.yaml`: the disclosed changes to an edition, oldest first.
    RevisionFile = "修订" "revision" "已发布的一期里改过的数：文件 revisions/<期>.yaml，由 tongbao revise 写，不要手改" {
        revisions: Vec<Revision> = "修订" "改过的数，按先后" "[{数: funds/all, 名称: 到位资金 · 全县, 项: 完成数, 原: '3.2', 现: '3.5', 原因: 补录漏报资金, 日期: 2023-10-08}]" "" Public,
    }
}

record! {
    /// A disclosed change to one part of a figure.
    Revision = "修订项" "revised-figure" "一个数的一项改动" identity(date, name, part) {
        figure: String = "数" "数的编号" "funds/unit:jiaotong" "" Public,
        name: String = "名称" "指标和范围" "到位资金 · 县交通局" "" Public,
        part: RevisedPart = "项" "改的是哪一项" "完成数" "" Public,
        old: Option<String> = "原" "改以前的，精确值；空着是原来没有" "'3.2'" "" Public,
        new: Option<String> = "现" "改以后的，精确值；空着是现在没有" "'3.5'" "" Public,
        reason: String = "原因" "为什么改" "补录漏报资金" "" Public,
        date: NaiveDate = "日期" "修订日期" "2023-10-08" "" Public,
    }
}

/// A part of a figure that is frozen by a release, by its id: `value`, `verdict:2023-Q1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RevisedPart(String);

const PARTS: &[(&str, &str)] = &[
    ("value", "完成数"),
    ("target", "目标"),
    ("completion", "完成率"),
    ("schedule", "序时进度"),
    ("lead", "超欠进度"),
    ("lamp", "状态"),
    ("rank", "名次"),
    ("total", "总分"),
];
/// Parts of which a figure has several, by the beginnings of their ids and words.
const SEVERAL: &[(&str, &str)] = &[("verdict:", "节点 "), ("item:", "得分 ")];

impl RevisedPart {
    /// The part with an id.
    pub fn of(id: &str) -> RevisedPart {
        RevisedPart(id.to_owned())
    }

    /// The stable id.
    pub fn id(&self) -> &str {
        &self.0
    }

    /// Place among the parts of a figure, as a reader goes through them.
    pub fn order(&self) -> usize {
        PARTS.iter().position(|(id, _)| *id == self.0).unwrap_or(PARTS.len())
    }

    /// The word that a reader sees.
    pub fn label(&self) -> String {
        if let Some((_, word)) = PARTS.iter().find(|(id, _)| *id == self.0) {
            return (*word).to_owned();
        }
        let several = SEVERAL.iter().find_map(|(start, word)| {
            Some(format!("{word}{}", self.0.strip_prefix(start)?))
        });
        several.unwrap_or_else(|| self.0.clone())
    }
}

impl Display for RevisedPart {
    fn fmt(&self, out: &mut Formatter) -> std::fmt::Result {
        out.write_str(&self.label())
    }
}

impl Word for RevisedPart {
    const SHAPE: &'static WordShape = &WordShape {
        id: "revised-part",
        name: "数的一项",
        form: "完成数、目标、完成率、序时进度、超欠进度、状态、名次、总分，或者“节点 2023-Q1”“得分 contract”",
        pattern: "^(完成数|目标|完成率|序时进度|超欠进度|状态|名次|总分|节点 .+|得分 .+)$",
        choices: &[],
    };

    fn parse(text: &str) -> Result<RevisedPart, WordError> {
        let single =
            PARTS.iter().find(|(_, word)| *word == text).map(|(id, _)| (*id).to_owned());
        let several = || {
            SEVERAL.iter().find_map(|(start, word)| {
                Some(format!("{start}{}", text.strip_prefix(word)?))
            })
        };
        single.or_else(several).map(RevisedPart).ok_or_else(|| {
            let words: Vec<&str> = PARTS.iter().map(|(_, word)| *word).collect();
            WordError::unknown_choice("数的一项", text, &words)
        })
    }
}

word_value!(RevisedPart);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_read_as_it_is_written() {
        for id in ["value", "lamp", "total", "verdict:2023-Q1", "item:contract"] {
            let part = RevisedPart::of(id);
            assert_eq!(RevisedPart::parse(&part.label()).unwrap(), part);
        }
        assert!(RevisedPart::parse("完成").is_err());
    }
}
