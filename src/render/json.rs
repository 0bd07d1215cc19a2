//! Figures and judged claims as the bytes that other programs read.

use std::io::{self, Write};

use anyhow::Result;
use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

use crate::report::figures_file::FiguresFile;
use crate::report::release::ReleaseFile;

/// One figure a line, so that the difference between two files reads well.
pub fn figures_json(figures: &FiguresFile) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    figures.serialize(&mut Serializer::with_formatter(&mut bytes, Lines::default()))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Writes the values of the outermost lists on lines of their own.
#[derive(Default)]
struct Lines {
    /// How many lists are open.
    depth: usize,
}

impl Formatter for Lines {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        writer.write_all(if self.depth == 0 { b"\n]" } else { b"]" })
    }

    fn begin_array_value<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        first: bool,
    ) -> io::Result<()> {
        let comma: &[u8] = if first { b"" } else { b"," };
        writer.write_all(comma)?;
        writer.write_all(if self.depth == 1 { b"\n" } else { b"" })
    }
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
