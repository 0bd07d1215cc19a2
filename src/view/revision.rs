//! The disclosed changes of an edition as they are written to its file, under the reader's keys.

use serde::Serialize;

use crate::model::dictionary::Level;
use crate::model::edition::revision::{
    DisclosedChange, DisclosedFigure, DisclosedSentence, RevisionFile, Withdrawal,
};

/// The schema of these files, by its path from them.
pub const SCHEMA: &str = "../../schema/revision.json";

/// `revisions/<period>.yaml`.
#[derive(Clone, Debug, Serialize)]
pub struct RevisionLines {
    #[serde(rename = "改动", skip_serializing_if = "Vec::is_empty")]
    changes: Vec<ChangeLine>,
    #[serde(rename = "撤回", skip_serializing_if = "Vec::is_empty")]
    withdrawals: Vec<WithdrawalLine>,
}

#[derive(Clone, Debug, Serialize)]
struct WithdrawalLine {
    #[serde(rename = "指标", skip_serializing_if = "Vec::is_empty")]
    indicators: Vec<String>,
    #[serde(rename = "数", skip_serializing_if = "Vec::is_empty")]
    figures: Vec<String>,
    #[serde(rename = "原因")]
    reason: String,
    #[serde(rename = "日期")]
    date: String,
}

#[derive(Clone, Debug, Serialize)]
struct ChangeLine {
    #[serde(rename = "类别")]
    kind: &'static str,
    #[serde(rename = "日期")]
    date: String,
    #[serde(rename = "原因")]
    reason: String,
    #[serde(rename = "数", skip_serializing_if = "Vec::is_empty")]
    figures: Vec<FigureLine>,
    #[serde(rename = "句子", skip_serializing_if = "Vec::is_empty")]
    sentences: Vec<SentenceLine>,
}

#[derive(Clone, Debug, Serialize)]
struct FigureLine {
    #[serde(rename = "编号")]
    figure: String,
    #[serde(rename = "名称")]
    name: String,
    #[serde(rename = "项")]
    part: String,
    #[serde(rename = "原", skip_serializing_if = "Option::is_none")]
    old: Option<String>,
    #[serde(rename = "现", skip_serializing_if = "Option::is_none")]
    new: Option<String>,
}

#[derive(Clone, Debug, Serialize)]
struct SentenceLine {
    #[serde(rename = "原文")]
    said: String,
    #[serde(rename = "现文")]
    now: String,
    #[serde(rename = "受众", skip_serializing_if = "Option::is_none")]
    level: Option<&'static str>,
    #[serde(rename = "摘要", skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
}

impl RevisionLines {
    /// The changes as they are written.
    pub fn of(file: &RevisionFile) -> RevisionLines {
        RevisionLines {
            changes: file.changes.iter().map(ChangeLine::of).collect(),
            withdrawals: file.withdrawals.iter().map(WithdrawalLine::of).collect(),
        }
    }
}

impl WithdrawalLine {
    fn of(withdrawal: &Withdrawal) -> WithdrawalLine {
        WithdrawalLine {
            indicators: withdrawal
                .indicators
                .iter()
                .map(|indicator| indicator.as_str().to_owned())
                .collect(),
            figures: withdrawal.figures.iter().map(ToString::to_string).collect(),
            reason: withdrawal.reason.clone(),
            date: withdrawal.date.to_string(),
        }
    }
}

impl ChangeLine {
    fn of(change: &DisclosedChange) -> ChangeLine {
        ChangeLine {
            kind: change.kind.label(),
            date: change.date.to_string(),
            reason: change.reason.clone(),
            figures: change.figures.iter().map(FigureLine::of).collect(),
            sentences: change.sentences.iter().map(SentenceLine::of).collect(),
        }
    }
}

impl FigureLine {
    fn of(changed: &DisclosedFigure) -> FigureLine {
        FigureLine {
            figure: changed.figure.to_string(),
            name: changed.name.clone(),
            part: changed.part.to_string(),
            old: changed.old.clone(),
            new: changed.new.clone(),
        }
    }
}

impl SentenceLine {
    fn of(sentence: &DisclosedSentence) -> SentenceLine {
        SentenceLine {
            said: sentence.said.clone(),
            now: sentence.now.clone(),
            level: sentence.level.map(Level::label),
            digest: sentence.digest.clone(),
        }
    }
}
