//! The pages of a book's site beside its editions, one file for each kind.

pub mod all_units;
mod blocks;
pub mod definitions;
pub mod history;
pub mod policy;
pub mod project;
pub mod projects;
pub mod promises;
pub mod revisions;
pub mod trace;
pub mod unit;
pub mod vintages;

#[cfg(test)]
mod tests;
