//! Figures → view model: pages, tables and charts, typed and already formatted.

pub mod chart;
pub mod document;
pub mod page;
pub mod portal;
pub mod table;
pub mod trace;
