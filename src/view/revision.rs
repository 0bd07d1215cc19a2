//! The disclosed changes of an edition as they are written to its file, under the reader's keys.

use serde::Serialize;

use crate::model::edition::revision::{Revision, RevisionFile, Withdrawal};

/// `revisions/<period>.yaml`.
#[derive(Clone, Debug, Serialize)]
pub struct RevisionLines {
    #[serde(rename = "修订")]
    revisions: Vec<RevisionLine>,
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
struct RevisionLine {
    #[serde(rename = "数")]
    figure: String,
    #[serde(rename = "名称")]
    name: String,
    #[serde(rename = "项")]
    part: String,
    #[serde(rename = "原", skip_serializing_if = "Option::is_none")]
    old: Option<String>,
    #[serde(rename = "现", skip_serializing_if = "Option::is_none")]
    new: Option<String>,
    #[serde(rename = "原因")]
    reason: String,
    #[serde(rename = "日期")]
    date: String,
}

impl RevisionLines {
    /// The changes as they are written.
    pub fn of(file: &RevisionFile) -> RevisionLines {
        RevisionLines {
            revisions: file.revisions.iter().map(RevisionLine::of).collect(),
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

impl RevisionLine {
    fn of(revision: &Revision) -> RevisionLine {
        RevisionLine {
            figure: revision.figure.to_string(),
            name: revision.name.clone(),
            part: revision.part.to_string(),
            old: revision.old.clone(),
            new: revision.new.clone(),
            reason: revision.reason.clone(),
            date: revision.date.to_string(),
        }
    }
}
