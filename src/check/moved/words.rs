//! The wording of what a clerk writes to say honestly what became known later.

use std::fmt::Display;

use crate::model::dictionary::{Key, field};
use crate::model::edition::release::told::ToldEntry;
use crate::model::record::project::{Contract, FundsEntry, Project, Stopped};

/// What stands for a day that only the clerk knows.
pub(super) const REPORTED: &str = "报送: <报来的日期>";
pub(super) const WHY: &str = "原因: <为什么>";

/// What becomes of a rule that a later document changed.
const LATER: &str = "文件以后改了的，写进以后的方案，期间从施行的那天起";

/// A correction that replaces a field of an entry: `更正: [{报送: …, 金额: 3亿元, 原因: …}]`.
pub(super) fn correction(key: Key, now: impl Display) -> String {
    let corrections = field!(Contract.corrections).key;
    format!("{corrections}: [{{{REPORTED}, {key}: {now}, {WHY}}}]")
}

/// The row of money that corrects others of a month; it counts under the conditions of any row.
pub(super) fn corrected_money(month: impl Display, by: impl Display) -> String {
    format!(
        "{{{}: {month}, {}: {by}, {}: [<凭证>], {}: <更正的日期>, {}: <为什么>}}",
        field!(FundsEntry.month).key,
        field!(FundsEntry.amount).key,
        field!(FundsEntry.evidence).key,
        field!(FundsEntry.corrected).key,
        field!(FundsEntry.note).key,
    )
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

/// That an entry of a record was deleted.
pub(super) fn deleted(path: &str, entry: &ToldEntry) -> String {
    let ToldEntry { label, when, amount, .. } = entry;
    let withdrawal = withdrawal();
    format!(
        "{path}：删了的“{label} {when} {amount}”恢复原来的；确实没有的，在这一条里写 {withdrawal}"
    )
}

/// That a record was deleted.
pub(super) fn deleted_record(id: &str) -> String {
    let (withdrawal, stopped) = (withdrawal(), field!(Project.stopped).key);
    let date = field!(Stopped.date).key;
    format!(
        "删了的记录 {id} 恢复原来的；确实没有的，在里面各条写 {withdrawal}，项目不做了的写 {stopped}: {{{date}: <哪天>, {REPORTED}, {WHY}}}"
    )
}

/// That a rule of a plan is to be put back.
pub(super) fn rule(path: &str, what: impl Display) -> String {
    format!("{path}：{what}改回原来的；{LATER}")
}
