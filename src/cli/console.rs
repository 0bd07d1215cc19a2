//! Prints text and ends a run with an exit code.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Result;

use crate::diagnostic::plain::plain;

/// How a run ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Exit {
    /// The run succeeded.
    Fine = 0,
    /// The run has findings that the caller asked for.
    Findings = 1,
    /// The run failed.
    Failed = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Prints to standard output. A closed pipe, as of `head`, is not a failure.
pub(super) fn print(text: &str) -> Result<()> {
    match io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Returns whether to print colours: to a terminal, unless the user turned them off, and anywhere if
/// they are forced.
pub(super) fn is_colored() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|word| !word.is_empty());
    let is_forced = is_set("CLICOLOR_FORCE")
        && env::var_os("CLICOLOR_FORCE").is_some_and(|word| word != "0");
    !is_set("NO_COLOR") && (is_forced || io::stdout().is_terminal())
}

/// Prints to standard error, and ignores failures. Nothing in the text steers the terminal.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().write_all(plain(text).as_bytes());
}
