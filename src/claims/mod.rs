//! Printed values, recomputed from the numbers in the text with the arithmetic of a build.

pub mod against;
pub mod expression;
pub mod found_claim;
pub mod lines;
pub mod number;
pub mod prose;
pub mod reading;
pub mod said;
pub mod statements;
pub mod table;
pub mod typed;
pub mod verdict;
