//! Where files come from: a folder, or a commit in git.

pub mod digest;
pub mod failure;
pub mod files;
pub mod git;
pub mod snapshot;
