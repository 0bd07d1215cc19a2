//! A comment on a change is for an audience too: it holds nothing that this audience may not have.

use std::fs;

use crate::stage::{Stage, files, suite};

const BEFORE: &str = "before/demo/projects/2023/xm-1.yaml";
const AFTER: &str = "after/demo/projects/2023/xm-1.yaml";

/// The book for the public, before and after a change of every level.
fn changed() -> Stage {
    let stage = Stage::empty();
    for (path, bytes) in files(&suite("audience/book")) {
        for side in ["before", "after"] {
            stage.write(&format!("{side}/demo/{path}"), &bytes);
        }
    }
    let text = fs::read_to_string(stage.data().join(BEFORE)).unwrap();
    let before = text.replace("金额: 1亿元}", "金额: 1亿元, 凭证: [银行回单]}");
    let after = before
        .replace("金额: 3.1亿元", "金额: 4.6亿元")
        .replace("2023-05, 金额: 1亿元", "2023-05, 金额: 1.2345亿元")
        .replace("某某公司", "隐名公司")
        .replace("责任领导: leader-canary", "责任领导: leader-other");
    stage.write(BEFORE, before.as_bytes());
    stage.write(AFTER, after.as_bytes());
    stage
}

#[track_caller]
fn told(stage: &Stage, options: &[&str]) -> String {
    let sides =
        ["diff", "./data/before", "./data/after", "--period", "2023-06", "--full"];
    let ended = stage.run(&[&sides, options].concat());
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
    ended.stdout
}

/// What each level may read of the change, from the lowest on.
const WORDS: [&[&str]; 3] =
    [&["4.6", "正式合同额"], &["1.2345", "隐名公司", "xm-1.yaml"], &["县领导乙"]];

#[test]
fn each_audience_is_told_of_what_it_may_see_and_of_nothing_else() {
    let stage = changed();
    for (at, audience) in ["公开", "内部", "领导"].into_iter().enumerate() {
        for format in ["text", "md", "html", "json"] {
            let told = told(&stage, &["--audience", audience, "--format", format]);
            for words in WORDS[..=at].iter().flat_map(|words| *words) {
                // Not every form tells of the places of files.
                if *words != "xm-1.yaml" {
                    assert!(told.contains(words), "{audience} {format} {words}: {told}");
                }
            }
            for words in WORDS[at + 1..].iter().flat_map(|words| *words) {
                assert!(!told.contains(words), "{audience} {format} {words}: {told}");
            }
        }
    }
    let whole = told(&stage, &["--format", "json"]);
    assert_eq!(whole, told(&stage, &["--format", "json", "--audience", "领导"]));
}

/// The difference of a published sum is what the hidden record behind it adds.
#[test]
fn a_sum_is_not_told_before_and_after_one_hidden_record() {
    let told = told(&changed(), &["--audience", "公开", "--format", "json"]);
    assert!(told.contains("contract/unit:jiaotong"), "{told}");
    assert!(!told.contains("funds/"), "{told}");
    assert!(told.contains("另有数随不公开的记录变动"), "{told}");
    for format in ["text", "md", "html", "json"] {
        let told = self::told(&changed(), &["--audience", "公开", "--format", format]);
        // 2.00 → 2.23亿元 of the whole; 1.00 → 1.23 of its unit.
        for words in ["2.23", "到位资金"] {
            assert!(!told.contains(words), "{format} {words}: {told}");
        }
    }
}
