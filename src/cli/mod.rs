//! The commands: the only folder that prints, writes files and knows exit codes.

mod args;
pub mod commands;
mod complaint;
mod output;
mod published;
mod record_file;
mod themes;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::cli::args::{Arguments, Verb};
use crate::cli::commands::{
    build, check, diff, explain, release, revise, schema, verify,
};
use crate::load::source::failure;

/// Fine.
const FINE: u8 = 0;
/// There are findings.
const FINDINGS: u8 = 1;
/// It could not run.
const FAILED: u8 = 2;

/// Runs the command line.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return complaint::show(&error),
    };
    let result = match arguments.verb {
        Verb::Build(build) => build::run(&build),
        Verb::Check(check) => check::run(&check),
        Verb::Diff(diff) => diff::run(&diff),
        Verb::Schema(schema) => schema::run(&schema),
        Verb::Explain(explain) => explain::run(&explain),
        Verb::Release(release) => release::run(&release),
        Verb::Revise(revise) => revise::run(&revise),
        Verb::Verify(verify) => verify::run(&verify),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            complain(&format!("错误：{}\n", failure::told(&error)));
            ExitCode::from(FAILED)
        }
    }
}

/// Prints to standard output; a reader that has gone away, such as `head`, is no failure.
fn print(text: &str) -> anyhow::Result<()> {
    match io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints to standard error, where nothing more can be done if that fails.
fn complain(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
