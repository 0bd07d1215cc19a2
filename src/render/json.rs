//! Values as lines of JSON, such as judged claims, that other programs read.

use anyhow::Result;
use serde::Serialize;

use crate::words::plain_json;

/// One compact line for each value.
pub fn json_lines<T: Serialize>(values: &[T]) -> Result<String> {
    let mut text = String::new();
    for value in values {
        text.push_str(&plain_json(&serde_json::to_string(value)?));
        text.push('\n');
    }
    Ok(text)
}
