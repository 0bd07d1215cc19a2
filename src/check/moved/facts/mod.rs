//! The entries of records that were edited so that released figures moved.

mod credited;
pub(super) mod edit;
mod line;
mod out;
mod seen;
pub(super) mod suspects;
mod told;
