//! A release: the figures of an edition as they were published, which never change again.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::period::Period;

/// Name of the format of `released/<period>.json`.
pub const SCHEMA: &str = "tongbao-release/1";

/// `released/<period>.json`: what was published of an edition.
#[derive(Clone, Debug, PartialEq)]
pub struct Release {
    /// Period.
    pub period: Period,
    /// Date of the edition (印发).
    pub issued: NaiveDate,
    /// SHA-256 of the data that it was computed from, as hexadecimal digits.
    pub digest: String,
    /// Commit of the data; for information.
    pub commit: String,
    /// Version of the program; for information.
    pub version: String,
    /// The figures, in the order of the file.
    pub figures: Vec<ReleasedFigure>,
    /// The file itself, to be downloaded as it was published.
    pub bytes: Arc<[u8]>,
}

/// A figure or a score as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedFigure {
    /// Id, such as `funds/unit:jiaotong`, or `score:units/unit:jiaotong`.
    pub id: String,
    /// Name of the indicator or of the assessment.
    pub name: String,
    /// Name of the scope.
    pub scope_name: String,
    /// Unit of its value, such as 亿元; empty for a score.
    pub unit: String,
    /// Its parts by id, each exactly; a part that it does not have is not there.
    pub parts: BTreeMap<String, String>,
}

impl ReleasedFigure {
    /// What it is called: `到位资金 · 县交通局`.
    pub fn title(&self) -> String {
        format!("{} · {}", self.name, self.scope_name)
    }
}
