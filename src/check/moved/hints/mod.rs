//! What may have been edited besides the facts of records, with the lines that say it honestly.

pub(super) mod kinds;
pub(super) mod recognised;
pub(super) mod rules;
pub(super) mod scores;
pub(super) mod targets;
pub(super) mod units;
pub(super) mod vetoes;
