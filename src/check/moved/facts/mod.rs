//! The entries of records whose edit would have moved the released figures as they moved.

mod amounts;
mod choice;
mod course;
pub(super) mod edit;
mod entries;
mod lines;
pub(super) mod pieces;
mod project;
mod released;
mod shares;
pub(super) mod suspects;
