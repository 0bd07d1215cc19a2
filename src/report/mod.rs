//! Figures → view model: pages, tables and charts, typed and already formatted.

pub mod chart;
pub mod document;
pub mod figures_file;
pub mod page;
pub mod part;
pub mod portal;
pub mod sheet;
pub mod table;
pub mod trace;
