//! The wording of the lines by which a clerk says honestly what became known later.

use std::fmt::Display;

use crate::model::dictionary::{Key, field};
use crate::model::record::project::{Contract, Project};

/// What stands for a day that only the clerk knows.
pub(super) const REPORTED: &str = "报送: <报来的日期>";
pub(super) const WHY: &str = "原因: <为什么>";

/// A correction that replaces a field of an entry: `更正: [{报送: …, 金额: 3亿元, 原因: …}]`.
pub(super) fn correction(key: Key, now: impl Display) -> String {
    let corrections = field!(Contract.corrections).key;
    format!("{corrections}: [{{{REPORTED}, {key}: {now}, {WHY}}}]")
}

/// That a field of an entry is to be put back, and corrected inside the entry.
pub(super) fn corrected(entry: &str, key: Key, now: impl Display) -> String {
    let correction = correction(key, now);
    format!("{entry}的{key}改回原来的，在这一条里写 {correction}")
}

/// The correction that withdraws an entry.
pub(super) fn withdrawal() -> String {
    correction(field!(Contract.withdrawn).key, "是")
}

/// The change that gives a field of a record another value.
pub(super) fn change(key: Key, now: impl Display) -> String {
    let changes = field!(Project.changes).key;
    format!("{changes}: [{{{REPORTED}, {key}: {now}, {WHY}}}]")
}

/// The change that gives a field of a record another value from a day on.
pub(super) fn change_from(key: Key, now: impl Display) -> String {
    let changes = field!(Project.changes).key;
    format!("{changes}: [{{自: <从哪天起>, {REPORTED}, {key}: {now}, {WHY}}}]")
}

/// That an entry is to say when it came.
pub(super) fn undated(entry: &str) -> String {
    format!("“{entry}”没有写哪天报来，补上 {REPORTED}")
}

/// That an entry came too late by a day which was another one at the release.
pub(super) fn late(entry: &str) -> String {
    format!(
        "“{entry}”的报送改回原来的；印发以前确实没有报来的，用 tongbao revise --kind 更正 公布"
    )
}

/// That an entry came after the edition and says an earlier day.
pub(super) fn backdated(entry: &str) -> String {
    format!("“{entry}”的报送早于印发，照实写 {REPORTED}")
}
