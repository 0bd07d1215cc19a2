//! The figures of an edition as the bytes of `figures.json`.

use anyhow::Result;

use crate::report::figures_file::FiguresFile;

/// One field a line, so that the difference between two files reads well.
pub fn figures_json(figures: &FiguresFile) -> Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(figures)?;
    bytes.push(b'\n');
    Ok(bytes)
}
