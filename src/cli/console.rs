//! Prints text and ends a run with an exit code.

use std::io::{self, Write};
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

/// Prints to standard error, and ignores failures. Nothing in the text steers the terminal.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().write_all(plain(text).as_bytes());
}
