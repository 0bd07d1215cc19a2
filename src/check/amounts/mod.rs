//! Amounts of a book as rules hold them against each other.

pub(super) mod goals;
pub(super) mod magnitude;
pub(super) mod rates;
