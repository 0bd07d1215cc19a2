//! Editions on both sides: what a new one says, what reads otherwise, what is said and holds no more.

pub(super) mod fresh;
pub(super) mod sentences;
pub(super) mod statements;
