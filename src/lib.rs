#![doc = include_str!("README.md")]

pub mod model;
pub mod theme;
pub mod words;
pub mod figures;
pub mod report;
pub mod render;
