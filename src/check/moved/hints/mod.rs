//! What else was edited than entries that add up: what scores, targets, registers, and rules.

pub(super) mod kinds;
pub(super) mod marks;
pub(super) mod recognised;
pub(super) mod rules;
pub(super) mod targets;
pub(super) mod units;
pub(super) mod vetoes;
