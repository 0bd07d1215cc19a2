#![doc = include_str!("README.md")]

pub mod model;
pub mod theme;
pub mod report;
pub mod render;
