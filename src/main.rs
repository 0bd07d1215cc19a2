//! Hands the arguments to the command line and returns its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    tongbao::cli::tell_mistakes();
    tongbao::cli::run(std::env::args_os())
}
