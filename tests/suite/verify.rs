//! `tongbao verify`: what was printed or written is recomputed, and what differs is said.

use std::path::Path;
use std::process::Output;

use serde_json::Value;

use crate::stage::{Stage, program};

const BULLETINS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/verify/bulletins.yaml");

fn tongbao(arguments: &[&str]) -> Output {
    program().args(arguments).output().unwrap()
}

/// What is said of a bulletin with this text.
fn read_through(text: impl AsRef<[u8]>) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bulletin.md");
    std::fs::write(&file, text).unwrap();
    tongbao(&["verify", "--text", file.to_str().unwrap()])
}

fn lines(file: &Path) -> (Vec<Value>, Option<i32>) {
    let output = tongbao(&["verify", "--claims", file.to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (lines, output.status.code())
}

/// What the fixture records of each value, in order: bulletin, verdict, whether a number was inferred.
fn recorded() -> Vec<(String, String, bool)> {
    let text = std::fs::read_to_string(BULLETINS).unwrap();
    let whole: Value = serde_yaml::from_str(&text).unwrap();
    let mut found = Vec::new();
    for bulletin in whole["bulletins"].as_array().unwrap() {
        for claim in bulletin["printed"].as_array().unwrap() {
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            let implied = claim["uses_implied"].as_bool().unwrap();
            found.push((text(&bulletin["id"]), text(&claim["verdict"]), implied));
        }
    }
    found
}

#[test]
fn every_published_value_is_judged_as_it_was_judged_by_hand() {
    let (lines, code) = lines(Path::new(BULLETINS));
    let recorded = recorded();
    assert_eq!(lines.len(), recorded.len());
    let mut seen = std::collections::BTreeSet::new();
    for (line, (bulletin, verdict, implied)) in lines.iter().zip(&recorded) {
        assert_eq!(line["bulletin"], bulletin.as_str());
        assert_eq!(line["verdict"], verdict.as_str(), "{line}");
        if verdict.starts_with("match") && !implied {
            assert_eq!(line["computed"], line["printed"], "{line}");
        }
        seen.insert(verdict.clone());
    }
    assert_eq!(code, Some(0));
    assert!(seen.len() >= 5, "the fixture holds every kind of verdict: {seen:?}");
}

#[test]
fn a_half_comes_out_rounded_up_and_a_wrong_value_is_a_finding() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("claims.yaml");
    let text = "bulletins:\n  - id: own\n    raw:\n      a: {v: \"3600\", kind: c}\n      b: {v: \"3200\", kind: c}\n    printed:\n      - {expr: \"pct(a,b)\", printed: \"113\"}\n      - {expr: \"pct(a,b)\", printed: \"114\"}\n      - {expr: \"pct(a,c)\", printed: \"114\"}\n";
    std::fs::write(&file, text).unwrap();
    let (lines, code) = lines(&file);
    let verdicts: Vec<&str> =
        lines.iter().map(|line| line["verdict"].as_str().unwrap()).collect();
    assert_eq!(verdicts, ["match_half_up_only", "mismatch", "not_computable"]);
    assert_eq!(lines[1]["computed"], "113");
    assert_eq!(lines[1]["index"], 1);
    assert_eq!(lines[2]["problem"], "没有给出“c”这个数");
    assert_eq!(code, Some(1));
}

#[test]
fn a_file_that_holds_no_bulletins_is_refused_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("claims.yaml");
    std::fs::write(&file, "bulletins:\n  - id: 'x\n").unwrap();
    let output = tongbao(&["verify", "--claims", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("claims.yaml”第"), "{told}");
}

#[test]
fn a_bulletin_is_told_what_does_not_follow_from_its_own_numbers() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/verify/bulletin.md");
    let output = tongbao(&["verify", "--text", file]);
    let text = String::from_utf8(output.stdout).unwrap().replace(&format!("{file}:"), "");
    let expected = [
        "3: 占比印17.15%，按176031万元÷1005136万元应为17.51",
        "6: 合计印107个，按27个＋77个应为104",
        "8: 用词印-8.57%，应写“下降8.57%”",
        "9: 同比印322.9%，按2.58亿元÷0.61亿元－1是增长323.0，在取整误差内（提示）",
        "10: 用词印20.83%，两个百分比的差，单位应为“个百分点”",
        "14: 金寨 完成率印68.9%，按22÷32应为68.8",
        "16: 裕安 名次印第4，按完成率62.96%应为第3",
        "17: 舒城 名次印第3，按完成率52.00%应为第4",
    ];
    let found: Vec<&str> = text.lines().collect();
    assert_eq!(found, expected);
    assert_eq!(output.status.code(), Some(1));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("7处对不上，另有1处提示"), "{told}");
}

#[test]
fn a_bulletin_that_follows_from_its_own_numbers_is_fine() {
    let text = "1—6月到位3.20亿元，完成全年目标5亿元的64.00%，超序时进度14.00个百分点，比上年同期2.50亿元增长28.00%。\n";
    let output = read_through(text);
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("复算了3处，都对得上"));
    let output = read_through([0xff, 0xfe]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_number_that_is_too_long_is_told_and_left_out() {
    let long = "79228162514264337593543950335";
    let text = format!(
        "签约{long}个、77个，合计{long}个。\n\n| 单位 | 目标 | 完成 | 完成率 |\n|---|---|---|---|\n| 甲 | 0.00000000000000000000000000001 | {long} | 64.0% |\n"
    );
    let output = read_through(text);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains(&format!("bulletin.md:1: {long}太长，没有复算")), "{told}");
    assert_eq!(told.matches("太长，没有复算").count(), 4, "{told}");
}

#[test]
fn a_number_that_takes_part_in_no_claim_is_counted_and_named() {
    let text = "到位50亿元，完成目标80亿元的62.5%。\n\n引进项目24个，满意率98.6%。\n";
    let output = read_through(text);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("另有2个数没有复算：第3行24个、98.6%\n"), "{told}");
    let many: String =
        (1..=30).map(|at| format!("第{at}项{at}个，其中{at}%。\n\n")).collect();
    let told = String::from_utf8(read_through(many).stderr).unwrap();
    assert!(told.contains("另有60个数没有复算：第1行1%；第3行2%；"), "{told}");
    assert!(told.trim_end().ends_with("20%等"), "{told}");
}

#[test]
fn a_text_without_any_claim_has_not_been_checked() {
    for text in ["", "全市招商引资工作会议召开。\n", "引进项目24个。\n"]
    {
        let output = read_through(text);
        assert_eq!(output.status.code(), Some(2), "{text}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("没有找到可以复算的数"), "{told}");
    }
}

const SLIPS: &str = include_str!("verify/slips.md");

#[test]
fn each_slip_is_told_and_what_is_right_beside_it_is_not() {
    let texts = SLIPS.split("\n\n").filter(|text| !text.starts_with('#'));
    for block in texts {
        let (told, text): (Vec<&str>, Vec<&str>) =
            block.trim().lines().partition(|line| line.starts_with("→ "));
        let output = read_through(text.join("\n"));
        let printed = String::from_utf8(output.stdout).unwrap();
        let found: Vec<String> = printed
            .lines()
            .filter(|line| !line.ends_with("（提示）"))
            .map(|line| format!("→ {}", line.split_once(": ").unwrap().1))
            .collect();
        assert_eq!(found, told, "{text:?}");
        let code = if told.is_empty() { 0 } else { 1 };
        let unread = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{text:?}: {unread}");
    }
}

#[test]
fn no_correct_sentence_of_a_published_bulletin_is_called_wrong() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/verify/correct.md");
    let output = tongbao(&["verify", "--text", file]);
    let text = String::from_utf8(output.stdout).unwrap();
    let wrong: Vec<&str> =
        text.lines().filter(|line| !line.ends_with("（提示）")).collect();
    assert_eq!(wrong, Vec::<&str>::new());
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    let count = told.trim_start_matches("复算了").split('处').next().unwrap();
    assert!(count.parse::<usize>().unwrap() >= 40, "most claims are recomputed: {told}");
}

/// What is said of the file of this name in the folder of the tests.
fn told_of(name: &str) -> (Vec<String>, Option<i32>) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/verify/");
    let output = tongbao(&["verify", "--text", &format!("{folder}{name}")]);
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|line| line.replace(folder, ""));
    (lines.collect(), output.status.code())
}

#[test]
fn pages_and_word_documents_are_read_with_their_tables() {
    let page = [
        "bulletin.html:9: 完成率印63.50%，按50.00亿元÷80亿元应为62.50",
        "bulletin.html:18: 金寨 新开工项目完成率印68.9%，按22÷32应为68.8",
    ];
    let (lines, code) = told_of("bulletin.html");
    assert_eq!((lines.as_slice(), code), (page.map(str::to_owned).as_slice(), Some(1)));
    let word = [
        "bulletin.docx:2: 完成率印63.50%，按50.00亿元÷80亿元应为62.50",
        "bulletin.docx:7: 金寨 完成率印68.9%，按22÷32应为68.8",
    ];
    let (lines, code) = told_of("bulletin.docx");
    assert_eq!((lines.as_slice(), code), (word.map(str::to_owned).as_slice(), Some(1)));
}

#[test]
fn a_file_whose_text_cannot_be_read_is_refused_with_the_way_to_its_text() {
    for (bytes, way) in [
        (&b"%PDF-1.7\n"[..], "另存为文本"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "另存为 .docx"),
        (b"PK\x03\x04", "没有 Word 正文"),
        (b"\xd5\xd0\xc9", "另存为 UTF-8"),
    ] {
        let output = read_through(bytes);
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(way), "{told}");
    }
}

/// The published completions, one sentence each, with whether they were judged wrong by hand.
fn published_completions() -> Vec<(String, bool)> {
    let text = std::fs::read_to_string(BULLETINS).unwrap();
    let whole: Value = serde_yaml::from_str(&text).unwrap();
    let mut found = Vec::new();
    for bulletin in whole["bulletins"].as_array().unwrap() {
        for claim in bulletin["printed"].as_array().unwrap() {
            let keys = claim["expr"].as_str().unwrap().strip_prefix("pct(");
            let keys = keys.and_then(|keys| keys.strip_suffix(')')?.split_once(','));
            let raw = |key: &str| bulletin["raw"].get(key).cloned();
            let Some((value, target)) = keys.and_then(|(a, b)| raw(a).zip(raw(b))) else {
                continue;
            };
            let units = ["个", "万元", "亿元"];
            let known = |one: &Value| units.contains(&one["unit"].as_str().unwrap());
            if target["kind"] == "t" && known(&value) && value["unit"] == target["unit"] {
                let number = |one: &Value| {
                    let text = |key: &str| one[key].as_str().unwrap().to_owned();
                    text("v") + &text("unit")
                };
                let (value, target) = (number(&value), number(&target));
                let printed = claim["printed"].as_str().unwrap();
                let sentence = format!("实际完成{value}，完成目标{target}的{printed}%。");
                found.push((sentence, claim["verdict"] == "mismatch"));
            }
        }
    }
    found
}

#[test]
fn a_published_completion_in_a_sentence_is_judged_as_it_was_by_hand() {
    let published = published_completions();
    assert!(published.len() >= 15, "{}", published.len());
    for (sentence, wrong) in published {
        let output = read_through(&sentence);
        assert_eq!(output.status.code(), Some(i32::from(wrong)), "{sentence}");
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("复算了1处"), "{sentence}: {told}");
    }
}

#[test]
fn what_is_in_doubt_is_told_as_a_remark_and_is_no_finding() {
    let text = "截至9月底到位10亿元，完成目标20亿元的52%，欠序时进度20个百分点。\n\n\
        | 单位 | 完成率 | 超欠进度 |\n|---|---|---|\n| 甲 | 60% | 超12% |\n";
    let output = read_through(text);
    let told = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> =
        told.lines().map(|line| line.split_once(": ").unwrap().1).collect();
    let expected = [
        "完成率印52%，按10亿元÷20亿元是50，在取整误差内（提示）",
        "超欠进度印20个百分点，旁边没有印序时进度，如按52%－9÷12，是欠23（提示）",
        "甲 超欠进度印超12%，旁边没有印序时进度，如按60%－9÷12，是欠15（提示）",
    ];
    assert_eq!(lines, expected);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("复算了3处，没有错，3处有提示"), "{told}");
}

#[test]
fn what_was_built_for_an_audience_is_what_the_data_gives_that_audience() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/ankang");
    let stage = Stage::empty().book("ankang", &data);
    for audience in ["公开", "内部", "领导"] {
        let built = stage.run(&[
            "build",
            "--without",
            "pdf",
            "--audience",
            audience,
            "--out",
            audience,
        ]);
        assert_eq!(built.code, Some(0), "{}", built.stderr);
        let ended = stage.run(&["verify", audience]);
        assert_eq!(ended.code, Some(0), "{audience}: {}", ended.stdout);
    }
}
