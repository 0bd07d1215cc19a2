//! Figures → view model: pages, tables and charts, typed and already formatted.

pub mod chart;
pub mod charts;
pub mod document;
pub mod figures_file;
pub mod notices;
pub mod page;
pub mod pages;
pub mod part;
pub mod portal;
pub mod search;
pub mod sheet;
pub mod single;
mod steps;
pub mod table;
pub mod tables;
pub mod trace;
pub mod traces;
pub mod edition;
pub mod evidence;
pub mod glance;
pub mod narrative;
pub mod site;
