#![doc = include_str!("README.md")]

pub mod model;
pub mod diagnostic;
pub mod words;
pub mod view;
pub mod theme;
pub mod load;
pub mod figures;
pub mod sheet;
pub mod results;
pub mod claims;
pub mod check;
pub mod intake;
pub mod report;
pub mod diff;
pub mod render;
pub mod cli;
