//! `released/<period>.json` → release, and the parts of figures that a release freezes.

pub mod lines;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde_json::Value;

use crate::load::release::lines::figure_lines;
use crate::model::book::redacted::PATHS;
use crate::model::dictionary::written::Span;
use crate::model::dictionary::{Fault, Level, Word};
use crate::model::edition::release::{Release, ReleasedFigure, SCHEMA};
use crate::model::value::number::is_bounded;
use crate::model::value::period::Period;
use crate::words::number::{DASH, share};

/// Parts of a figure that are plain texts or numbers.
const FIGURE_PARTS: [&str; 7] =
    ["value", "target", "completion", "schedule", "lead", "lamp", "rank"];
/// What tells what a release was made from.
const SOURCE: [&str; 3] = ["sha256", "commit", "version"];
/// Parts of a score that are plain texts or numbers.
const SCORE_PARTS: [&str; 3] = ["total", "lamp", "rank"];

/// Reads a released file; it was written by the program, so that anything odd in it is a fault.
pub(super) fn read(text: &str) -> Result<Release, Fault> {
    let release = serde_json::from_str::<Value>(text)
        .map_err(|error| format!("不是完整的 JSON（第{}行）", error.line()))
        .and_then(|value| release(&value, text));
    release.map_err(|problem| Fault {
        code: "broken-release",
        span: Span { start: 0, end: 0 },
        problem: format!("发布的存档{problem}"),
        help: "存档由程序写，不要手改；用 git 取回发布时提交的那一份".to_owned(),
        other: None,
    })
}

fn release(value: &Value, text: &str) -> Result<Release, String> {
    let part = |key: &str| {
        let found = value.get(key).and_then(Value::as_str).map(str::to_owned);
        found.ok_or(format!("没有写 {key}"))
    };
    let format = part("schema")?;
    if format != SCHEMA {
        return Err(format!("是“{format}”格式，这个版本的程序只认“{SCHEMA}”"));
    }
    let (period, issued) = (part("period")?, part("issued")?);
    Ok(Release {
        period: Period::parse(&period).map_err(|error| format!("：{}", error.problem))?,
        issued: NaiveDate::parse(&issued)
            .map_err(|error| format!("：{}", error.problem))?,
        digest: part("sha256")?,
        commit: part("commit").unwrap_or_default(),
        version: part("version").unwrap_or_default(),
        figures: released_figures(value).ok_or("里有的数没有编号")?,
        files: Level::ALL
            .iter()
            .map(|level| Ok((*level, file_for(value, text, *level)?)))
            .collect::<Result<_, String>>()?,
    })
}

/// The figures and scores of a released file or of a `figures.json`; none where one has no id.
pub fn released_figures(file: &Value) -> Option<Vec<ReleasedFigure>> {
    let list = |key: &str| file.get(key).and_then(Value::as_array).into_iter().flatten();
    list("figures").map(figure).chain(list("scores").map(score)).collect()
}

fn figure(value: &Value) -> Option<ReleasedFigure> {
    let mut parts = plain(value, &FIGURE_PARTS);
    for verdict in value.get("verdicts").and_then(Value::as_array).into_iter().flatten() {
        parts.insert(format!("verdict:{}", text(verdict, "point")?), reached(verdict));
    }
    Some(ReleasedFigure {
        id: text(value, "id")?,
        name: text(value, "name").unwrap_or_default(),
        scope_name: text(value, "scope_name").unwrap_or_default(),
        unit: text(value, "unit").unwrap_or_default(),
        parts,
        level: level(value),
        public: public(value),
    })
}

/// Who got all of a figure; where the file does not say, nobody but the office itself.
fn level(value: &Value) -> Level {
    let own = text(value, "level");
    let mut levels = Level::ALL.iter();
    levels
        .find(|level| own.as_deref() == Some(level.id()))
        .copied()
        .unwrap_or(Level::Internal)
}

fn public(value: &Value) -> Vec<String> {
    let parts = value.get("public").and_then(Value::as_array).into_iter().flatten();
    parts.filter_map(|part| part.as_str().map(str::to_owned)).collect()
}

/// The file as a level may download it: the same bytes where nothing is kept from it.
fn file_for(value: &Value, text: &str, level: Level) -> Result<Arc<[u8]>, String> {
    let mut file = value.clone();
    for (list, read) in
        [("figures", figure as fn(&Value) -> Option<_>), ("scores", score)]
    {
        let Some(Value::Array(items)) = file.get_mut(list) else { continue };
        items.retain_mut(|item| {
            let Some(figure) = read(item) else { return false };
            keep(item, &figure, level)
        });
    }
    if let (true, Some(file)) = (level < PATHS, file.as_object_mut()) {
        for key in SOURCE {
            file.remove(key);
        }
    }
    if file == *value {
        return Ok(Arc::from(text.as_bytes()));
    }
    let bytes = figure_lines(&file).map_err(|error| format!("写不成 JSON：{error}"))?;
    Ok(Arc::from(bytes))
}

/// Leaves of an item what was given to a level; whether any part is left.
fn keep(item: &mut Value, figure: &ReleasedFigure, level: Level) -> bool {
    if figure.level <= level {
        return true;
    }
    let given = |part: &str| figure.was_given(part, level);
    let Some(object) = item.as_object_mut() else { return false };
    let parts = [&FIGURE_PARTS[..], &SCORE_PARTS].concat();
    object.retain(|key, _| !parts.contains(&key.as_str()) || given(key));
    for (list, id) in [("verdicts", "point"), ("items", "id")] {
        let Some(Value::Array(all)) = object.get_mut(list) else { continue };
        let start = list.trim_end_matches('s');
        all.retain(|one| text(one, id).is_some_and(|id| given(&format!("{start}:{id}"))));
    }
    for key in ["level", "public"] {
        object.remove(key);
    }
    figure.parts.keys().any(|part| given(part))
}

fn score(value: &Value) -> Option<ReleasedFigure> {
    let (assessment, scope) = (text(value, "assessment")?, text(value, "scope")?);
    let mut parts = plain(value, &SCORE_PARTS);
    for item in value.get("items").and_then(Value::as_array).into_iter().flatten() {
        if let Some(score) = text(item, "score") {
            parts.insert(format!("item:{}", text(item, "id")?), score);
        }
    }
    let name = text(value, "name").unwrap_or(assessment.clone());
    Some(ReleasedFigure {
        id: format!("score:{assessment}/{scope}"),
        name,
        scope_name: text(value, "scope_name").unwrap_or(scope),
        unit: String::new(),
        parts,
        level: level(value),
        public: public(value),
    })
}

fn plain(value: &Value, keys: &[&str]) -> BTreeMap<String, String> {
    let part = |key: &&str| Some(((*key).to_owned(), text(value, key)?));
    keys.iter().filter_map(part).collect()
}

/// A verdict in words: `达到（12%，应达10%）`.
fn reached(verdict: &Value) -> String {
    let word = match verdict.get("met").and_then(Value::as_bool) {
        Some(true) => "达到",
        Some(false) => "未达到",
        None => "无法判定",
    };
    let percent = |key: &str| {
        let told = text(verdict, key)?;
        let number = told.parse().ok().filter(|number: &Decimal| is_bounded(*number));
        Some(number.map_or(told, share))
    };
    let actual = percent("actual").unwrap_or(DASH.to_owned());
    format!("{word}（{actual}，应达{}）", percent("due").unwrap_or_default())
}

fn text(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
