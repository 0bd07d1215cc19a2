//! Texts that try to be markup, code or formulas come out as the texts they are.

use std::fs;

use tongbao::model::character::is_unseen;

use crate::stage::{Stage, files};

/// Texts that mean something to HTML, typst, SVG, spreadsheets, templates or terminals.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\\\"><img src=x onerror=alert(1)>",
    "</style><svg onload=alert(1)>",
    "#panic(1) #read(\\\"/etc/passwd\\\") $x$ @label",
    "*_`{{ config }}{% include 'x' %}`_*",
    "=HYPERLINK(0)",
    "+SUM(1+1)",
    "@import url(//example.org/x)",
    "&amp;&lt;&#60;",
    "javascript:alert(1)",
    "../../../etc/passwd",
];

/// A book in which every free text is hostile.
fn hostile(text: &str) -> Stage {
    let project = format!(
        "编号: xm-1\n名称: \"{text}\"\n投资方: {{名称: \"{text}\", 注册地: \"{text}\"}}\n来源地: 市外\n\
         领域: 商贸物流\n责任单位: 县交通局\n建设内容: \"{text}\"\n备注: \"{text}\"\n合同:\n\
         \x20 - {{类型: 正式合同, 签订: 2023-03-18, 金额: 3.2亿元, 凭证: [\"{text}\"]}}\n\
         开工: {{日期: 2023-05-12}}\n到位资金:\n\
         \x20 - {{月份: 2023-05, 金额: 1200万元, 凭证: [\"{text}\"], 说明: \"{text}\"}}\n"
    );
    let stage = Stage::minimal();
    let edition =
        fs::read_to_string(stage.data().join("demo/editions/2023-06.md")).unwrap();
    let plain = text.replace("\\\"", "\"").replace("{{", "").replace("{%", "");
    stage
        .with("projects/2023/xm-1.yaml", project)
        .with("editions/2023-06.md", format!("{edition}\n{plain}\n"))
}

#[test]
fn hostile_texts_are_findings_or_neutral() {
    for text in HOSTILE {
        let stage = hostile(text);
        let ended = stage.run(&["build"]);
        assert!(!ended.stderr.contains("panicked"), "{text}: {}", ended.stderr);
        if ended.code == Some(1) {
            assert!(!ended.codes().is_empty(), "{text}: {}", ended.stderr);
            assert!(stage.written().is_empty(), "{text}");
            // The narrative is refused; the records alone must go through.
            let edition =
                fs::read(crate::stage::suite("minimal/editions/2023-06.md")).unwrap();
            stage.write("demo/editions/2023-06.md", &edition);
        }
        let ended = stage.run(&["build"]).fine();
        assert!(!ended.stderr.contains("panicked"));
        let pages =
            stage.written().into_iter().filter(|(path, _)| path.ends_with(".html"));
        for (path, bytes) in pages {
            let page = String::from_utf8(bytes).unwrap();
            for live in [
                "<script>alert",
                "<img src=x",
                "<svg onload",
                "href=\"javascript",
                "onerror=alert(1)>",
                "style=\"@import",
            ] {
                assert!(!page.contains(live), "{path} has {live}");
            }
        }
        for (path, bytes) in stage.written() {
            if path.ends_with(".json") {
                serde_json::from_slice::<serde_json::Value>(&bytes).unwrap();
            }
        }
    }
}

#[test]
fn control_characters_and_bombs_are_findings_and_nothing_is_written() {
    let bomb = format!("a0: &a0 [x]\n{}", "a1: &a1 [*a0, *a0, *a0, *a0]\n".repeat(9));
    for text in [
        "编号: a\u{7}b\n",
        "编号: \u{202e}a\n",
        "编号: a\0b\n",
        &bomb,
        &"[".repeat(100_000),
    ] {
        let stage = Stage::minimal().with("projects/2023/xm-2.yaml", text);
        let ended = stage.run(&["build"]);
        assert_eq!(ended.code, Some(1), "{}", ended.stderr);
        assert!(!ended.codes().is_empty() && !ended.stderr.contains("panicked"));
        let raw = ended.stderr.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(raw, None, "a terminal gets no control characters");
        assert!(stage.written().is_empty());
    }
}

#[test]
fn what_is_typed_on_the_command_line_neither_steers_a_terminal_nor_begins_a_line() {
    let stage = Stage::minimal();
    let odd = ["甲\u{1b}]0;乙\u{7}", "甲\u{202e}乙", "甲\n错误：假的", "甲\u{2028}乙"];
    let commands: [&[&str]; 10] = [
        &["check", "--book"],
        &["check", "--data"],
        &["check", "--format"],
        &["build", "--draft"],
        &["build", "--without"],
        &["diff"],
        &["explain"],
        &["release"],
        &["verify"],
        &[],
    ];
    for (command, odd) in commands.iter().flat_map(|one| odd.map(|odd| (one, odd))) {
        let ended = stage.run(&[*command, &[odd]].concat());
        assert_eq!(ended.code, Some(2), "{command:?} {odd:?}");
        let told = format!("{}{}", ended.stdout, ended.stderr);
        let steers = |c: char| is_unseen(c) || c.is_control() && c != '\n';
        assert!(!told.contains(steers), "{command:?} {odd:?}: {told:?}");
        assert!(!told.contains("\n错误：假的"), "{command:?}: {told}");
    }
}

#[cfg(unix)]
#[test]
fn links_in_the_data_are_not_followed() {
    let stage = Stage::minimal();
    let link = stage.data().join("demo/projects/2023/xm-2.yaml");
    std::os::unix::fs::symlink("/etc/passwd", link).unwrap();
    let ended = stage.run(&["build"]);
    assert_eq!(
        (ended.code, ended.codes()),
        (Some(1), vec!["not-a-file"]),
        "{}",
        ended.stderr
    );
    assert!(stage.written().is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_the_output_loses_nothing_behind_it() {
    let stage = Stage::minimal();
    let kept = tempfile::tempdir().unwrap();
    fs::write(kept.path().join("kept.txt"), "kept").unwrap();
    fs::create_dir_all(stage.out()).unwrap();
    for name in ["demo", ".staged", ".retired"] {
        std::os::unix::fs::symlink(kept.path(), stage.out().join(name)).unwrap();
    }
    let ended = stage.run(&["build"]);
    assert!(!ended.stderr.contains("panicked"), "{}", ended.stderr);
    assert_eq!(files(kept.path()), [("kept.txt".to_owned(), b"kept".to_vec())]);
}
