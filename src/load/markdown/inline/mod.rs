//! The words of a block: emphasis, addresses, calls, escapes and character references; signs of
//! anything else are faults. The rules are our own, since those of CommonMark do not see emphasis
//! beside Chinese punctuation, and print in silence what they do not understand.

mod address;
mod emphasis;
mod entity;
mod reader;
mod refused;

pub(super) use crate::load::markdown::inline::reader::{Part, words};
