//! What a run prints, and the exit code that it ends with.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;

/// How a run ends.
#[derive(Clone, Copy, Debug)]
pub(super) enum Exit {
    /// It did what was asked.
    Fine = 0,
    /// It has something to report that the caller asked to hear about.
    Findings = 1,
    /// It could not run.
    Failed = 2,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Prints to standard output; a reader that has gone away, such as `head`, is no failure.
pub(super) fn print(text: &str) -> Result<()> {
    match io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints to standard error, where nothing more can be done if that fails.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
