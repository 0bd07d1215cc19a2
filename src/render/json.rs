//! Figures and judged claims as the bytes that other programs read.

use anyhow::Result;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::PrettyFormatter;

use crate::report::figures_file::FiguresFile;
use crate::report::release::ReleaseFile;

/// One field a line, so that the difference between two files reads well; not indented, which
/// would make a quarter of the file.
pub fn figures_json(figures: &FiguresFile) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let format = PrettyFormatter::with_indent(b"");
    figures.serialize(&mut Serializer::with_formatter(&mut bytes, format))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The frozen figures of an edition, one field a line.
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
