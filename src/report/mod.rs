//! Figures → view model: pages, tables and charts, typed and already formatted.

pub mod charts;
pub mod edition;
pub mod listings;
pub mod pages;
pub mod paths;
pub mod search;
pub mod site;
pub mod tables;
pub mod traces;
