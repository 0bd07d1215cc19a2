//! Claims that are one number less another.

mod change;
mod gap;
mod lead;
mod pace;
