//! Printed values against the numbers they were made from, by the arithmetic that a build uses.

pub mod amount;
pub mod expression;
pub mod found_claim;
pub mod lines;
pub mod prose;
pub mod table;
pub mod verdict;
