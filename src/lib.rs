#![doc = include_str!("README.md")]

pub mod model;
pub mod render;
pub mod report;
pub mod theme;
