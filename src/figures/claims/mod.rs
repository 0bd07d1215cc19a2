//! Printed values against the numbers they were made from, by the arithmetic that a build uses.

pub mod expression;
pub mod verdict;
