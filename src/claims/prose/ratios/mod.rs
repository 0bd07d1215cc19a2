//! Claims that are one number in proportion to another.

mod completion;
mod growth;
mod listed;
mod multiple;
mod rate;
pub(in crate::claims::prose) mod share;
