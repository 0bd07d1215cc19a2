#![doc = include_str!("README.md")]

pub mod figures;
pub mod model;
pub mod render;
pub mod report;
pub mod theme;
pub mod words;
