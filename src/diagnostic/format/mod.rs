//! The output formats of findings: for people, for programs, for hosts of code.

mod github;
mod gitlab;
mod json;
mod sarif;
mod text;

use crate::diagnostic::Located;

/// An output format of findings.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Name on the command line.
    pub name: &'static str,
    /// Formats findings; the flag is for colours.
    pub show: fn(&[Located], bool) -> String,
}

/// All formats, the default first.
pub const FORMATS: &[Format] =
    &[text::FORMAT, json::FORMAT, github::FORMAT, gitlab::FORMAT, sarif::FORMAT];
