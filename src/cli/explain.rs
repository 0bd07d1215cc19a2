//! `tongbao explain CODE`: the manual page of a finding.

use anyhow::{Result, bail};

use crate::check::{page, pages};
use crate::cli::args::ExplainArguments;
use crate::cli::{FINE, print};
use crate::model::dictionary::nearest;

/// Runs the command.
pub(super) fn run(arguments: &ExplainArguments) -> Result<u8> {
    if let Some(page) = page(&arguments.code) {
        print(&format!("{}：{}\n\n{}\n", page.code, page.title, page.body))?;
        return Ok(FINE);
    }
    let pages = pages();
    let codes = pages.iter().map(|page| page.code.as_str());
    match nearest(&arguments.code, codes) {
        Some(near) => bail!("没有“{}”这个代码，是否应为“{near}”？", arguments.code),
        None => bail!("没有“{}”这个代码；代码写在问题第一行的方括号里", arguments.code),
    }
}
