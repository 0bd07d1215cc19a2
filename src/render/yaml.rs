//! Records that the program makes, as the bytes of their YAML files.

use anyhow::Result;
use serde::Serialize;

use crate::model::edition::revision::{Revision, RevisionFile};

/// The line that tells editors what stands in the file.
const HEAD: &str = "# yaml-language-server: $schema=../../schema/revision.json\n";

/// The entries under the keys that the reader knows.
#[derive(Serialize)]
struct File<'a> {
    #[serde(rename = "修订")]
    revisions: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(rename = "数")]
    figure: &'a str,
    #[serde(rename = "名称")]
    name: &'a str,
    #[serde(rename = "项")]
    part: String,
    #[serde(rename = "原", skip_serializing_if = "Option::is_none")]
    old: Option<&'a str>,
    #[serde(rename = "现", skip_serializing_if = "Option::is_none")]
    new: Option<&'a str>,
    #[serde(rename = "原因")]
    reason: &'a str,
    #[serde(rename = "日期")]
    date: String,
}

/// `revisions/<period>.yaml`.
pub fn revision_yaml(file: &RevisionFile) -> Result<Vec<u8>> {
    let revisions = file.revisions.iter().map(entry).collect();
    let text = serde_yaml::to_string(&File { revisions })?;
    Ok(format!("{HEAD}{text}").into_bytes())
}

fn entry(revision: &Revision) -> Entry<'_> {
    Entry {
        figure: &revision.figure,
        name: &revision.name,
        part: revision.part.label(),
        old: revision.old.as_deref(),
        new: revision.new.as_deref(),
        reason: &revision.reason,
        date: revision.date.to_string(),
    }
}
