//! What the files of a book held on a day: whatever was handed in later is left out.

use std::collections::{BTreeMap, BTreeSet};

use serde_yaml::{Mapping, Value};

/// The files of a book by their paths.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Keys of the day on which an entry became known, the surest first.
const KNOWN: [&str; 7] = ["报送", "公布", "下达", "印发", "日期", "签订", "起用"];

/// Keys of days that are added to an entry once they have come.
const ADDED: [&str; 4] = ["认定", "联合报告", "办结", "更新"];

/// Keys that make a project one: without any of them nobody has heard of it.
const HEARD: [&str; 4] = ["线索", "在谈", "意向", "合同"];

/// Returns a book's files as they were on a day, written as `2023-10-12`, with the plans of the day.
/// A file of which everything was known keeps its bytes.
pub(super) fn book_on(files: &Files, day: &str) -> Files {
    let on_day = |(path, bytes): (&String, &Vec<u8>)| {
        Some((path.clone(), held(path, bytes, day)?))
    };
    let mut held: Files = files.iter().filter_map(on_day).collect();
    let mut card = value(&held["book.yaml"]);
    let plans = card["方案"].as_sequence_mut().unwrap();
    let all = plans.len();
    plans.retain(|id| held.contains_key(&format!("plans/{}.yaml", id.as_str().unwrap())));
    if plans.len() < all {
        held.insert("book.yaml".to_owned(), written(&card));
    }
    let to_come = &leaders(files) - &leaders(&held);
    for (_, bytes) in held.iter_mut().filter(|(path, _)| path.starts_with("plans/")) {
        let mut plan = value(bytes);
        if forget(&mut plan, &to_come) {
            *bytes = written(&plan);
        }
    }
    held
}

/// The names of the leaders that a book's files know of.
fn leaders(files: &Files) -> BTreeSet<String> {
    let units = value(&files["units.yaml"]);
    let leaders = units["领导"].as_sequence().unwrap().iter();
    leaders.map(|leader| leader["名称"].as_str().unwrap().to_owned()).collect()
}

/// Takes leaders whom nobody knows yet out of the rows that they lead later; returns whether there were
/// any.
fn forget(value: &mut Value, to_come: &BTreeSet<String>) -> bool {
    match value {
        Value::Mapping(entry) => entry
            .iter_mut()
            .fold(false, |forgot, (_, field)| forget(field, to_come) | forgot),
        Value::Sequence(entries) => {
            let before = entries.len();
            entries.retain(|entry| {
                entry.as_str().is_none_or(|name| !to_come.contains(name))
            });
            let forgot = entries.len() < before;
            entries
                .iter_mut()
                .fold(forgot, |forgot, entry| forget(entry, to_come) | forgot)
        }
        _ => false,
    }
}

/// Returns what a file held on a day; `None` if it was not there.
fn held(path: &str, bytes: &[u8], day: &str) -> Option<Vec<u8>> {
    if let Some(narrative) = path.strip_prefix("editions/") {
        return is_issued(narrative, bytes, day).then(|| bytes.to_vec());
    }
    let whole = value(bytes);
    let began = whole.get("期间").and_then(Value::as_str);
    if began.is_some_and(|span| &span[..day.len()] > day) {
        return None;
    }
    let part = pruned(&whole, day)?;
    let is_project = path.starts_with("projects/");
    let is_heard_of = HEARD.iter().any(|key| part.get(*key).is_some());
    if part.as_mapping()?.is_empty() || is_project && !is_heard_of {
        return None;
    }
    Some(if part == whole { bytes.to_vec() } else { written(&part) })
}

/// Returns whether a bulletin was issued by a day.
fn is_issued(name: &str, bytes: &[u8], day: &str) -> bool {
    let text = std::str::from_utf8(bytes).unwrap();
    let issued = text.lines().find_map(|line| line.strip_prefix("印发: "));
    issued.unwrap_or_else(|| panic!("{name} has no day of issue")) <= day
}

/// Returns what was known of a value on a day; `None` if nothing was.
fn pruned(value: &Value, day: &str) -> Option<Value> {
    match value {
        Value::Mapping(entry) if since(entry).is_some_and(|since| since > day) => None,
        Value::Mapping(entry) => {
            let fields = entry.iter().filter(|(key, field)| {
                let is_added = ADDED.contains(&key.as_str().unwrap());
                !(is_added && field.as_str().is_some_and(|added| added > day))
            });
            let fields = fields
                .filter_map(|(key, field)| Some((key.clone(), pruned(field, day)?)));
            Some(Value::Mapping(fields.collect()))
        }
        Value::Sequence(entries) if !entries.is_empty() => {
            let known: Vec<Value> =
                entries.iter().filter_map(|entry| pruned(entry, day)).collect();
            (!known.is_empty()).then_some(Value::Sequence(known))
        }
        other => Some(other.clone()),
    }
}

/// Returns since when an entry is known; `None` if it always was.
fn since(entry: &Mapping) -> Option<&str> {
    let named = KNOWN.iter().find_map(|key| entry.get(*key)?.as_str());
    // A leader is not known of before the first day in office, a target not before it changes.
    let term = || entry.get("任期")?.get(0)?.get("自")?.as_str();
    named.or_else(term).or_else(|| entry.get("自")?.as_str())
}

/// Reads a file as values.
pub(super) fn value(bytes: &[u8]) -> Value {
    serde_yaml::from_slice(bytes).unwrap()
}

/// Writes values as a clerk would: what is not set is blank.
pub(super) fn written(value: &Value) -> Vec<u8> {
    serde_yaml::to_string(value).unwrap().replace(": null\n", ":\n").into_bytes()
}
