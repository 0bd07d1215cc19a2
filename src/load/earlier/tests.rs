//! What of an earlier version's files is renewed, and what stays.

use crate::load::earlier::{Renewed, renewed};

#[track_caller]
fn text(path: &str, text: &str) -> Option<String> {
    match renewed(path, text)? {
        Renewed::Text(text) => Some(text),
        Renewed::Disclosed(file) => panic!("{file:?}"),
    }
}

#[test]
fn words_are_renewed_in_their_places_and_nowhere_else() {
    let plan = "编号: p\n考核:\n  - 计分:\n      - {名称: 差额, 看: 差额} # 看: 差额\n      - 看: 完成率\n";
    let now = "编号: p\n考核:\n  - 计分:\n      - {名称: 差额, 看: 欠账} # 看: 差额\n      - 看: 完成率\n";
    assert_eq!(text("plans/p.yaml", plan).as_deref(), Some(now));
    assert_eq!(text("plans/p.yaml", now), None);
    let edition =
        "---\n期: 2023-06\n附件: [单位完成情况]\n公文: {附件: []}\n---\n\n附件: 见后\n";
    let now =
        "---\n期: 2023-06\n附表: [单位完成情况]\n公文: {附件: []}\n---\n\n附件: 见后\n";
    assert_eq!(text("editions/2023-06.md", edition).as_deref(), Some(now));
    assert_eq!(text("editions/2023-06.md", now), None);
    assert_eq!(text("projects/2023/x.yaml", "看: 差额\n附件: 甲\n"), None);
    assert_eq!(renewed("plans/p.yaml", "看: [差额\n"), None);
}

#[test]
fn disclosed_changes_are_brought_together_by_reason_and_day() {
    let line = |figure: &str, reason: &str| {
        format!(
            "- {{数: {figure}, 名称: 到位资金, 项: 完成数, 原: '1', 现: '2', 原因: {reason}, 日期: 2023-10-10}}\n"
        )
    };
    let lines =
        [line("funds/all", "甲"), line("funds/unit:x", "乙"), line("lead/all", "甲")];
    let old = format!("# 注\n修订:\n{}", lines.concat());
    let Some(Renewed::Disclosed(file)) = renewed("revisions/2023-06.yaml", &old) else {
        panic!("{old}");
    };
    let counts: Vec<usize> =
        file.changes.iter().map(|change| change.figures.len()).collect();
    assert_eq!(counts, [2, 1]);
    assert_eq!(renewed("revisions/2023-06.yaml", "改动: []\n"), None);
    let broken = old.replace("完成数", "别的");
    assert_eq!(renewed("revisions/2023-06.yaml", &broken), None);
}
