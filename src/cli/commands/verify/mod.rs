//! `tongbao verify`: recompute what was written or printed, and say what differs.

mod claims;
mod results;
mod text;

use anyhow::{Result, bail};

use crate::cli::args::VerifyArguments;

/// Runs the command.
pub(crate) fn run(arguments: &VerifyArguments) -> Result<u8> {
    if let Some(file) = &arguments.claims {
        return claims::run(file);
    }
    if let Some(file) = &arguments.text {
        return text::run(file);
    }
    if let Some(results) = &arguments.results {
        return results::run(results, &arguments.data);
    }
    bail!("写一个生成的文件夹、一个 figures.json，或者用 --text、--claims 写一个文件")
}
