//! A hundred and fifteen edits of what the bulletins of 巫山 counted, one in each record, are all found,
//! each by its record.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::release::Desk;

const EDITS: usize = 115;

/// The amount after a word with another last digit: an edit that looks like nothing.
fn bumped(text: &str, after: &str) -> Option<String> {
    let start = text.find(after)?;
    let start = start + text[start..].find("金额: ")?;
    let end = start + text[start..].find("元")?;
    let at = text[start..end].rfind(|c: char| c.is_ascii_digit())? + start;
    let digit = (text.as_bytes()[at] - b'0' + 1) % 10;
    Some(format!("{}{digit}{}", &text[..at], &text[at + 1..]))
}

/// The unit of a project with another.
fn moved(text: &str) -> Option<String> {
    let line = text.lines().find(|line| line.starts_with("责任单位: "))?;
    let unit =
        if line.ends_with("县商务委") { "县交通局" } else { "县商务委" };
    let is_alone = !text.contains("\n联合:") && !text.contains("\n变更:");
    is_alone.then(|| text.replacen(line, &format!("责任单位: {unit}"), 1))
}

/// An edit of something that counts, as the words of the record say.
fn edited(text: &str, words: &[String], which: usize) -> Option<String> {
    let when = |label: &str| {
        let is_amount = |word: &&String| word.starts_with(label) && word.contains("元 ");
        words.iter().find(is_amount)?.split(' ').nth(1)
    };
    match which % 3 {
        0 => bumped(text, &format!("月份: {},", when("到位资金 ")?)),
        1 => bumped(text, &format!("签订: {},", when("合同 ")?)),
        _ => moved(text),
    }
}

/// The projects of which a release says that they count, with what of them does.
fn counted(released: &Value) -> BTreeMap<String, Vec<String>> {
    let told = released["told"].as_array().unwrap().iter();
    let counted = told.filter_map(|one| {
        let words = one["words"].as_array()?.iter().filter_map(Value::as_str);
        let words = words.filter(|word| word.ends_with(" 计入")).map(str::to_owned);
        let words: Vec<String> = words.collect();
        let id = one["about"].as_str().filter(|id| id.starts_with("ws-"))?;
        (!words.is_empty()).then(|| (id.to_owned(), words))
    });
    counted.collect()
}

#[test]
fn every_one_of_many_edits_is_found_by_its_record() {
    let desk = Desk::shipped("wushan");
    for folder in ["released", "revisions"] {
        std::fs::remove_dir_all(desk.path("data/wushan").join(folder)).unwrap();
    }
    for card in ["2023-12", "2023", "2024-01", "2024-02", "2024-03"] {
        let _ =
            std::fs::remove_file(desk.path(&format!("data/wushan/editions/{card}.md")));
    }
    desk.commit();
    let ran = desk.run(&["release", "--all"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.out, ran.told);
    let newest = desk.read("data/wushan/released/2023-11.json");
    let counted = counted(&serde_json::from_str(&newest).unwrap());
    let mut ids = BTreeSet::new();
    for (id, words) in counted {
        let path = format!("data/wushan/projects/{}/{id}.yaml", &id[3..7]);
        let text = desk.read(&path);
        let mut kinds = (ids.len()..ids.len() + 3).filter(|_| ids.len() < EDITS);
        if let Some(edited) = kinds.find_map(|kind| edited(&text, &words, kind)) {
            desk.write(&path, &edited);
            ids.insert(id);
        }
    }
    assert_eq!(ids.len(), EDITS);
    let ran = desk.run(&["check", "--format", "json"]);
    assert_eq!(ran.code, Some(1), "{}", ran.told);
    let lines = ran.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let retold: Vec<Value> =
        lines.filter(|one| one["code"] == "released-words-moved").collect();
    let subjects = retold.iter().flat_map(|one| one["subjects"].as_array().unwrap());
    let subjects: BTreeSet<&str> = subjects.map(|one| one.as_str().unwrap()).collect();
    let silent: Vec<&String> =
        ids.iter().filter(|id| !subjects.contains(id.as_str())).collect();
    assert!(silent.is_empty(), "edited and not found: {silent:?}");
    let others: Vec<&&str> = subjects
        .iter()
        .filter(|id| id.starts_with("ws-") && !ids.contains(**id))
        .collect();
    assert!(others.is_empty(), "accused and not edited: {others:?}");
}
