//! The pages of a book's site beside its editions, one file for each kind.

mod blocks;
mod course;
pub mod definitions;
pub mod history;
mod known;
mod left_out;
pub mod project;
mod project_counts;
mod project_facts;
pub mod projects;
pub mod revisions;
#[cfg(test)]
mod tests;
pub mod trace;
pub mod unit;
mod unit_scores;
mod unit_forms;

pub use crate::report::pages::blocks::{
    clause_link, heading, link, link_cell, paragraph,
};
