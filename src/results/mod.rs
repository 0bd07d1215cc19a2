//! What is frozen, exchanged and compared of a period's figures.

pub mod comparison;
pub mod figures_file;
mod lines;
pub mod moved;
pub mod release;
