//! Reads `released/<period>.json`. The program wrote the file, so any deviation is a fault.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::error::Category;

use crate::model::dictionary::Fault;
use crate::model::dictionary::written::Span;
use crate::model::edition::release::unreleased::Unreleased;
use crate::model::edition::release::{Release, SCHEMA};

/// The part of the file that every version of the program writes.
#[derive(Deserialize)]
struct Format {
    schema: String,
}

/// Reads a released file; the error says what is wrong with it.
pub fn read(text: &str) -> Result<Release, Fault> {
    release(text).map_err(|problem| fault(&problem))
}

/// Reads the file with releases that were taken back; the error says what is wrong with it.
pub fn read_unreleased(text: &str) -> Result<Unreleased, Fault> {
    let unreleased: Result<Unreleased, String> =
        serde_json::from_str(text).map_err(problem);
    let bytes = Some(Arc::from(text.as_bytes()));
    let unreleased = unreleased.map(|one| Unreleased { bytes, ..one });
    unreleased.map_err(|problem| fault(&problem))
}

fn fault(problem: &str) -> Fault {
    Fault {
        code: "broken-release",
        span: Span { start: 0, end: 0 },
        problem: format!("发布的存档{problem}"),
        help: "存档由程序写，不要手改；用 git 取回发布时提交的那一份".to_owned(),
        other: None,
    }
}

fn release(text: &str) -> Result<Release, String> {
    let Format { schema } = serde_json::from_str(text).map_err(problem)?;
    if schema != SCHEMA {
        return Err(format!("是“{schema}”格式，这个版本的程序只认“{SCHEMA}”"));
    }
    let release: Release = serde_json::from_str(text).map_err(problem)?;
    if release.source.is_none() {
        return Err("没有写明由什么数据算出".to_owned());
    }
    Ok(Release { bytes: Some(Arc::from(text.as_bytes())), ..release })
}

pub(in crate::model) fn problem(error: serde_json::Error) -> String {
    match error.classify() {
        Category::Data => format!("第{}行不合存档的格式", error.line()),
        _ => format!("不是完整的 JSON（第{}行）", error.line()),
    }
}
