//! What books below have released: taken from where they lie, verified, and put into a book.

mod fetched;
mod kept;

pub(super) use crate::cli::below::fetched::Fetched;
pub(super) use crate::cli::below::kept::{Changes, changes};
