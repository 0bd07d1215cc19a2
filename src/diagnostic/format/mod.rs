//! The ways to show findings: to people, to programs, to GitHub.

mod github;
mod json;
mod text;

use crate::diagnostic::Located;

/// A way to show findings.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Name on the command line.
    pub name: &'static str,
    /// Shows findings; the flag asks for colours.
    pub show: fn(&[Located], bool) -> String,
}

/// Every way, the default first.
pub const FORMATS: &[Format] = &[text::FORMAT, json::FORMAT, github::FORMAT];
