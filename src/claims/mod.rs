//! Printed values, recomputed from the numbers in the text with the arithmetic of a build.

pub mod amount;
pub mod expression;
pub mod found_claim;
pub mod lines;
pub mod prose;
pub mod table;
pub mod verdict;
