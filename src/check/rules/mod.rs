//! The rules, in the order of the manual.

mod stage_order;
mod unknown_sector;
mod unknown_unit;

use crate::check::Rule;

/// Every rule.
pub static RULES: &[&Rule] =
    &[&unknown_unit::RULE, &unknown_sector::RULE, &stage_order::RULE];
