//! Hands the arguments to the command line and returns its exit code.

use std::process::ExitCode;

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
#[global_allocator]
static ALLOCATOR: rusty_alloc_api::RustyAlloc = rusty_alloc_api::RustyAlloc;

fn main() -> ExitCode {
    tongbao::cli::tell_mistakes();
    tongbao::cli::run(std::env::args_os())
}
