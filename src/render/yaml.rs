//! Records that the program makes, as the bytes of their YAML files.

use std::borrow::Cow;

use anyhow::Result;
use serde::Serialize;

/// The key of days, which are written as they are.
const DAY: &str = "日期";

/// A record whose first line tells editors which schema it follows: a file of `data/schema`, by
/// its path from the record.
pub fn record_yaml(schema: &str, record: &impl Serialize) -> Result<Vec<u8>> {
    let text = serde_yaml::to_string(record)?;
    let mut out = format!("# yaml-language-server: $schema={schema}\n");
    for line in text.lines() {
        out.push_str(&quoted(line));
        out.push('\n');
    }
    Ok(out.into_bytes())
}

/// A line of a map, with quotes around a text that some reader of YAML takes for something else.
fn quoted(line: &str) -> Cow<'_, str> {
    match line.split_once(": ") {
        Some((key, value)) if !key.ends_with(DAY) && is_treacherous(value) => {
            format!("{key}: '{value}'").into()
        }
        _ => line.into(),
    }
}

/// Returns whether some reader takes a value without quotes for a truth value, a number, a time, a
/// date, or the sign of a merge.
fn is_treacherous(value: &str) -> bool {
    const WORDS: [&str; 10] =
        ["y", "n", "yes", "no", "on", "off", "true", "false", "<<", "="];
    let figure = |byte: u8| byte.is_ascii_digit() || b"_:.,-+".contains(&byte);
    let has_digit = value.bytes().any(|byte| byte.is_ascii_digit());
    WORDS.contains(&value.to_ascii_lowercase().as_str())
        || has_digit && value.bytes().all(figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_like_something_else_are_quoted() {
        for value in
            ["yes", "No", "on", "12:30", "1_000", "2023-10-08", "<<", "=", "1,000"]
        {
            assert_eq!(quoted(&format!("  原因: {value}")), format!("  原因: '{value}'"));
        }
        for line in
            ["  日期: 2023-10-08", "- 原因: 补录", "  值: '1'", "改动:", "  原因: 3月"]
        {
            assert_eq!(quoted(line), line);
        }
    }
}
