//! Indexes of a book: what its records are called by, found without going through them.

pub(super) mod called;
pub(super) mod names;
pub(super) mod revised;
pub(super) mod rolls;
