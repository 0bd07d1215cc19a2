//! Figures and judged claims as the bytes that other programs read.

use anyhow::Result;
use serde::Serialize;

use crate::report::figures_file::FiguresFile;
use crate::report::release::ReleaseFile;

/// One field a line, so that the difference between two files reads well.
pub fn figures_json(figures: &FiguresFile) -> Result<Vec<u8>> {
    pretty(figures)
}

/// The frozen figures of an edition, in the same form.
pub fn release_json(release: &ReleaseFile) -> Result<Vec<u8>> {
    pretty(release)
}

fn pretty<T: Serialize>(value: &T) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(value)?;
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
