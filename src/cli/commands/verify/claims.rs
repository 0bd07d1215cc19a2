//! `tongbao verify --claims`: the values that published bulletins print, one line of JSON each.

use std::path::Path;

use anyhow::Result;

use crate::claims::lines::claim_lines;
use crate::cli::console::{Exit, print};
use crate::cli::progress::Progress;
use crate::load::claims::read_claims;
use crate::render::json::json_lines;

/// Runs the command; a value that is judged as the file records it is no finding.
pub(super) fn run(file: &Path, progress: &Progress) -> Result<Exit> {
    let lines = claim_lines(&read_claims(file)?);
    progress.end();
    print(&json_lines(&lines)?)?;
    let surprising = lines.iter().filter(|line| line.surprising).count();
    if surprising == 0 {
        progress.note(&format!("复算了{}个数，都与所记的一致\n", lines.len()));
        return Ok(Exit::Fine);
    }
    progress.note(&format!(
        "复算了{}个数，{surprising}个与所记的不一致；verdict 说明每个数是怎样不同的\n",
        lines.len()
    ));
    Ok(Exit::Findings)
}
