//! What is frozen, exchanged and compared of a period's figures.

pub mod comparison;
pub mod figures_file;
pub mod moved;
pub mod release;
mod scores_file;
