//! The figures of a period as they are frozen, exchanged and compared.

pub mod below;
pub mod comparison;
pub mod figures_file;
mod lines;
pub mod moved;
pub mod release;
pub mod sealed;
pub mod told;
