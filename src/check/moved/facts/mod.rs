//! The entries of records whose edit would have moved the released figures as they moved.

mod choice;
mod credited;
pub(super) mod edit;
mod joint;
mod line;
pub(super) mod pieces;
mod released;
mod seen;
pub(super) mod suspects;
mod told;
