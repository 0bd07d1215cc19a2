//! Where files come from: a folder, or a commit in git.

pub mod differing;
pub mod digest;
pub mod failure;
pub mod files;
pub mod git;
pub mod laid;
