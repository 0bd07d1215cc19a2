//! The rules, in the order of the manual.

mod unknown_sector;
mod unknown_unit;
mod stage_order;

use crate::check::Rule;

/// Every rule.
pub static RULES: &[&Rule] = &[&unknown_unit::RULE, &unknown_sector::RULE, &stage_order::RULE];
