//! Figures and judged claims as the bytes that other programs read.

use anyhow::Result;
use serde::Serialize;

use crate::report::figures_file::FiguresFile;

/// One field a line, so that the difference between two files reads well.
pub fn figures_json(figures: &FiguresFile) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(figures)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// One compact line for each value.
pub fn json_lines<T: Serialize>(values: &[T]) -> Result<String> {
    let mut text = String::new();
    for value in values {
        text.push_str(&serde_json::to_string(value)?);
        text.push('\n');
    }
    Ok(text)
}
