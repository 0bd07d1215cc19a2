//! Reads the `key = value` lines of settings.

use std::collections::BTreeMap;

use anyhow::Context;

/// Reads `key = value` lines; `#` starts a comment line.
pub(super) fn parse_pairs(
    file: &str,
    text: &str,
) -> anyhow::Result<BTreeMap<String, String>> {
    let mut pairs = BTreeMap::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, value) = line.split_once('=').with_context(|| {
            format!("主题文件 {file} 第 {} 行不是“名 = 值”：{line}", index + 1)
        })?;
        pairs.insert(key.trim().to_owned(), value.trim().to_owned());
    }
    Ok(pairs)
}
