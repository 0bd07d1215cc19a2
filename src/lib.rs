#![doc = include_str!("README.md")]

pub mod model;
pub mod diagnostic;
pub mod words;
pub mod theme;
pub mod load;
pub mod check;
pub mod figures;
pub mod report;
pub mod diff;
pub mod render;
pub mod cli;
