//! Running text: links, numbers, titles.

pub(in crate::render::html) mod anchor;
pub(in crate::render::html) mod number;
pub(in crate::render::html) mod pieces;
pub(in crate::render::html) mod title;
