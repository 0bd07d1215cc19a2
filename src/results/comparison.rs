//! Compares written results with the results of the data now, as sentences.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::model::book::Book;
use crate::model::book::current::differing;
use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::Frozen;
use crate::model::edition::release::Release;
use crate::results::figures_file::FiguresFile;
use crate::results::lines::fields;
use crate::sheet::Sheet;
use crate::sheet::revised::moved_in_words;

/// The outcome of comparing a file of figures with the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Number of figures and scores in the file.
    pub count: usize,
    /// Each difference as a sentence.
    pub differences: Vec<String>,
}

impl Comparison {
    /// Returns the comparison for a file that cannot be compared: the problem alone.
    pub fn refused(problem: String) -> Comparison {
        Comparison { count: 0, differences: vec![problem] }
    }
}

/// Compares a `figures.json` with the one that the data gives now.
///
/// # Errors
///
/// Returns why the bytes are not such a file.
pub fn compare(bytes: &[u8], sheet: &Sheet) -> Result<Comparison, String> {
    let wrong = |error: serde_json::Error| {
        format!("第{}行不合 figures.json 的格式", error.line())
    };
    let file: FiguresFile = serde_json::from_slice(bytes).map_err(wrong)?;
    // Whatever else stands in the file is compared as it is written.
    let as_written: Map<String, Value> = serde_json::from_slice(bytes).map_err(wrong)?;
    let now = FiguresFile::of(sheet);
    let details = details(&as_written, &fields(&now));
    let written = file.frozen();
    let parts = parts(sheet.book(), &written, &now.frozen());
    let differences = if parts.is_empty() { details } else { parts };
    Ok(Comparison { count: written.len(), differences })
}

/// Returns how a release differs from the one of the same period that was taken back.
pub fn since_taken_back(book: &Book, taken: &Release, new: &Release) -> Vec<String> {
    let by_id = |release: &Release| -> BTreeMap<FigureId, Frozen> {
        release.frozen().map(|figure| (figure.id.clone(), figure)).collect()
    };
    let (taken, new) = (by_id(taken), by_id(new));
    let of_new = new.values().filter_map(|figure| {
        let Some(before) = taken.get(&figure.id) else {
            return Some(format!("{}：撤销的那一份没有", figure.title()));
        };
        let moved = differing(&before.parts, &figure.parts);
        let words = ("原为", "现为");
        let parts = moved_in_words(book, figure, &moved, words);
        (!moved.is_empty()).then(|| format!("{}：{parts}", figure.title()))
    });
    let gone = taken.values().filter(|one| !new.contains_key(&one.id));
    let gone = gone.map(|one| format!("{}：现在没有", one.title()));
    of_new.chain(gone).collect()
}

fn parts(book: &Book, written: &[Frozen], computed: &[Frozen]) -> Vec<String> {
    let by_id = |figures: &'_ [Frozen]| -> BTreeMap<FigureId, usize> {
        let figures = figures.iter().enumerate();
        figures.map(|(at, figure)| (figure.id.clone(), at)).collect()
    };
    let (in_file, in_data) = (by_id(written), by_id(computed));
    let mut sentences = Vec::new();
    for figure in written {
        let title = figure.title();
        let Some(at) = in_data.get(&figure.id) else {
            let id = &figure.id;
            sentences.push(format!("{title}（{id}）：文件里有，按数据没有这个数"));
            continue;
        };
        let moved = differing(&figure.parts, &computed[*at].parts);
        if !moved.is_empty() {
            let parts = moved_in_words(book, figure, &moved, ("文件为", "按数据为"));
            sentences.push(format!("{title}：{parts}"));
        }
    }
    let new = computed.iter().filter(|figure| !in_file.contains_key(&figure.id));
    sentences.extend(new.map(|figure| {
        format!("{}（{}）：按数据有这个数，文件里没有", figure.title(), figure.id)
    }));
    sentences
}

/// Returns the differences in what follows from the figures: names, texts, projections.
fn details(file: &Map<String, Value>, now: &Map<String, Value>) -> Vec<String> {
    let mut sentences = Vec::new();
    for list in ["figures", "scores"] {
        let entries = |file: &'_ Map<String, Value>| -> Vec<Map<String, Value>> {
            let entries = file.get(list).and_then(Value::as_array).into_iter().flatten();
            entries.filter_map(|entry| entry.as_object().cloned()).collect()
        };
        let (old, new) = (entries(file), entries(now));
        for (old, new) in old.iter().zip(&new).filter(|(old, new)| old != new) {
            let id = old.get("id").or(old.get("scope")).and_then(Value::as_str);
            let keys = keys(old, new).join("、");
            let id = id.unwrap_or(list);
            sentences.push(format!("{id}：{keys} 与按数据算出的不同"));
        }
    }
    if sentences.is_empty() && file != now {
        let keys = keys(file, now).join("、");
        sentences.push(format!("文件的 {keys} 与按数据生成的不同"));
    }
    sentences
}

/// Returns the keys whose values differ in two objects.
fn keys(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<String> {
    let mut keys: Vec<String> = old.keys().chain(new.keys()).cloned().collect();
    keys.sort();
    keys.dedup();
    keys.retain(|key| old.get(key) != new.get(key));
    keys
}
