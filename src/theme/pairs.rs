//! The `key = value` lines that settings and words are written in.

use std::collections::BTreeMap;

/// A line that is neither empty, nor a comment, nor `key = value`.
#[derive(Clone, Debug, thiserror::Error)]
#[error("主题文件 {file} 第 {line} 行不是“名 = 值”：{text}")]
pub struct PairsError {
    file: String,
    line: usize,
    text: String,
}

/// Reads `key = value` lines; `#` starts a comment line.
pub fn parse_pairs(
    file: &str,
    text: &str,
) -> Result<BTreeMap<String, String>, PairsError> {
    let mut pairs = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            return Err(PairsError {
                file: file.to_owned(),
                line: index + 1,
                text: line.to_owned(),
            });
        };
        pairs.insert(key.trim().to_owned(), value.trim().to_owned());
    }
    Ok(pairs)
}
