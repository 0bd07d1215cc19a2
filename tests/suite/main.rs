//! The tests that need the whole program, in one binary.

mod architecture;
mod build;
mod figures;
mod neutral;
#[cfg(feature = "outside")]
mod outside;
mod properties;
mod readme;
mod shipped;
mod stage;
mod worked;
