//! Written results against what the data gives now, told in words.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::load::release::released_figures;
use crate::model::book::Book;
use crate::model::book::current::differing;
use crate::model::edition::release::ReleasedFigure;
use crate::results::figures_file::FiguresFile;
use crate::sheet::Sheet;
use crate::sheet::revised::moved_in_words;

/// What came of comparing a file of figures with the data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Number of figures and scores that the file holds.
    pub count: usize,
    /// Each difference as a sentence.
    pub differences: Vec<String>,
}

/// Compares a `figures.json` with the same file made from the data now.
pub fn compare(file: &Value, sheet: &Sheet) -> Comparison {
    let now = serde_json::to_value(FiguresFile::of(sheet));
    let now = now.expect("every key of a figures file is a text");
    let Some(written) = released_figures(file) else {
        let differences = vec!["文件里有的数没有编号".to_owned()];
        return Comparison { count: 0, differences };
    };
    let computed = released_figures(&now).unwrap_or_default();
    let mut differences = parts(sheet.book(), &written, &computed);
    if differences.is_empty() {
        differences = details(file, &now);
    }
    Comparison { count: written.len(), differences }
}

fn parts(
    book: &Book,
    written: &[ReleasedFigure],
    computed: &[ReleasedFigure],
) -> Vec<String> {
    let now: BTreeMap<&str, &ReleasedFigure> =
        computed.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    let known: BTreeMap<&str, &ReleasedFigure> =
        written.iter().map(|figure| (figure.id.as_str(), figure)).collect();
    let mut told = Vec::new();
    for figure in written {
        let title = figure.title();
        let Some(found) = now.get(figure.id.as_str()) else {
            told.push(format!("{title}（{}）：文件里有，按数据没有这个数", figure.id));
            continue;
        };
        let moved = differing(&figure.parts, &found.parts);
        if !moved.is_empty() {
            let parts = moved_in_words(book, figure, &moved, ("文件为", "按数据为"));
            told.push(format!("{title}：{parts}"));
        }
    }
    let new = computed.iter().filter(|figure| !known.contains_key(figure.id.as_str()));
    told.extend(new.map(|figure| {
        format!("{}（{}）：按数据有这个数，文件里没有", figure.title(), figure.id)
    }));
    told
}

/// Differences in what follows from the figures: names, texts, projections.
fn details(file: &Value, now: &Value) -> Vec<String> {
    let mut told = Vec::new();
    for list in ["figures", "scores"] {
        let items = |value: &'_ Value| value.get(list).and_then(Value::as_array).cloned();
        let (old, new) =
            (items(file).unwrap_or_default(), items(now).unwrap_or_default());
        for (old, new) in old.iter().zip(&new).filter(|(old, new)| old != new) {
            let id = old.get("id").or(old.get("scope")).and_then(Value::as_str);
            let keys = keys(old, new).join("、");
            told.push(format!("{}：{keys} 与按数据算出的不同", id.unwrap_or(list)));
        }
    }
    if told.is_empty() && file != now {
        told.push(format!("文件的 {} 与按数据生成的不同", keys(file, now).join("、")));
    }
    told
}

/// The keys of two objects whose values differ.
fn keys(old: &Value, new: &Value) -> Vec<String> {
    let names = |value: &Value| -> Vec<String> {
        value.as_object().map(|map| map.keys().cloned().collect()).unwrap_or_default()
    };
    let mut all = [names(old), names(new)].concat();
    all.sort();
    all.dedup();
    all.retain(|key| old.get(key) != new.get(key));
    all
}
