//! Edition files → front matter and narrative, with the part of Markdown that official documents
//! need. What is typed is printed as typed, or is a fault: a library finds the blocks, and whatever
//! of them or between them is not ours is refused; their words are read by a grammar of our own.

mod block;
mod call;
mod fault;
mod front;
mod inline;
mod line;
mod list;

#[cfg(test)]
mod tests;

pub(super) use crate::load::markdown::block::narrative;
pub(super) use crate::load::markdown::front::split;
