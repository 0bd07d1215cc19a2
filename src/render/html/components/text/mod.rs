//! Running text: links, numbers, titles.

pub(crate) mod anchor;
pub(crate) mod number;
pub(crate) mod pieces;
pub(crate) mod title;
