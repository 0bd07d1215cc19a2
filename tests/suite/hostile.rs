//! Hostile and broken files end in findings, quickly; nothing panics.

use std::fs;

use proptest::prelude::*;
use tongbao::load::load;
use tongbao::load::source::files::{Folder, Tree};

use crate::case::Case;

const PATH: &str = "projects/2023/xm-1.yaml";

fn codes(bytes: impl Into<Vec<u8>>) -> Vec<&'static str> {
    let case = Case::minimal().with(PATH, bytes);
    let mut codes: Vec<_> = case.findings().iter().map(|finding| finding.code).collect();
    codes.dedup();
    codes
}

#[test]
fn bombs_and_depths_are_refused() {
    let mut bomb = "a0: &a0 [x]\n".to_owned();
    for level in 1..30 {
        let last = level - 1;
        bomb.push_str(&format!(
            "a{level}: &a{level} [*a{last}, *a{last}, *a{last}, *a{last}]\n"
        ));
    }
    assert!(codes(bomb).contains(&"yaml-anchor"));
    assert_eq!(codes("[".repeat(100_000)), ["too-deep"]);
    assert_eq!(codes("- ".repeat(100_000)), ["too-deep"]);
    assert_eq!(codes("a: {".repeat(100_000)), ["too-deep"]);
}

#[test]
fn a_million_lines_are_read_or_refused() {
    let lines: String = (0..1_000_000).map(|at| format!("k{at}: v\n")).collect();
    assert!(!codes(lines).is_empty());
    assert!(!codes("编号: a\n".repeat(1_000_000)).is_empty());
}

#[test]
fn broken_bytes_are_named() {
    assert_eq!(codes(b"\xb1\xe0\xba\xc5: a\n".to_vec()), ["not-utf8"]);
    assert_eq!(codes("编号: a\u{7}b\n"), ["control-character"]);
    assert_eq!(codes("编号: \u{202e}a\n"), ["control-character"]);
    assert!(codes("").contains(&"missing-key"));
    assert!(codes("\u{feff}编号: xm-1\n").contains(&"byte-order-mark"));
    assert!(codes("--- a\n--- b\n").contains(&"several-documents"));
    assert!(codes("%YAML 1.2\n---\na: b\n").contains(&"yaml-syntax"));
    assert!(codes("编号: !!python/object:os.system x\n").contains(&"yaml-tag"));
    assert!(codes("<<: {编号: xm-1}\n").contains(&"unknown-key"));
}

#[test]
fn characters_that_steer_others_are_named_and_forms_of_characters_are_not() {
    for steering in ['\u{ad}', '\u{61c}', '\u{2060}', '\u{2066}', '\u{fffa}', '\u{e0041}']
    {
        assert_eq!(codes(format!("编号: a{steering}b\n")), ["control-character"]);
    }
    for name in ["⚠\u{fe0f}", "葛\u{e0100}"] {
        assert!(!codes(format!("名称: {name}\n")).contains(&"control-character"));
    }
    for name in ["葛\u{fe0f}", "a\u{e0100}"] {
        assert_eq!(codes(format!("名称: {name}\n")), ["control-character"]);
    }
}

#[cfg(unix)]
#[test]
fn links_and_strange_files_are_findings() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir_all(root.join("demo/projects/2023")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", root.join("demo/book.yaml")).unwrap();
    std::os::unix::fs::symlink("/etc", root.join("demo/plans")).unwrap();
    fs::write(root.join("demo/projects/2023/Bad Name.yaml"), "").unwrap();
    fs::write(root.join("stray.txt"), "").unwrap();
    fs::create_dir_all(root.join("index.html")).unwrap();
    fs::write(root.join("index.html/book.yaml"), "").unwrap();
    let tree = Folder::open(root).unwrap();
    assert_eq!(tree.list().len(), 5, "a link to a folder is not walked into");
    let loaded = load(&tree);
    let mut codes: Vec<_> = loaded.diagnostics.iter().map(|found| found.code).collect();
    codes.sort();
    assert_eq!(
        codes,
        ["not-a-file", "not-a-file", "stray-file", "stray-file", "stray-file"]
    );
    assert!(Folder::open(root).unwrap().only("../etc").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_ends_in_findings_that_can_be_shown(text in "[\\PC\n\t{}\\[\\]:：，,#&*!|>'\"-]{0,120}") {
        let found = Case::minimal().with(PATH, text.clone()).with("editions/2023-06.md", text).findings();
        for format in tongbao::diagnostic::format::FORMATS {
            prop_assert!(found.is_empty() || !(format.show)(&found, true).is_empty());
        }
    }

    #[test]
    fn any_mutation_of_a_narrative_ends_in_findings(cut in 0usize..400, piece in "[*_{}\\[\\]()<>“”。，a字\n `#-]{0,12}") {
        let front = "---\n期: 2023-06\n印发: 2023-07-10\n标题: 关于招商工作情况的通报\n---\n";
        let body = "**重点**，全县{{ 到位资金.完成率 }}。\n\n- 一\n- 二\n\n{{ 表 \"总体情况\" }}\n";
        let at = (0..=cut.min(body.len())).rev().find(|at| body.is_char_boundary(*at)).unwrap();
        let text = format!("{front}{}{piece}{}", &body[..at], &body[at..]);
        let found = Case::minimal().with("editions/2023-06.md", text).findings();
        prop_assert!(found.iter().all(|finding| !finding.places.is_empty()));
    }
}
