//! View models: all that a renderer may know, typed and already formatted.

pub mod changes;
pub mod chart;
pub mod desk;
pub mod document;
pub mod first_screen;
pub mod inline;
pub mod open_table;
pub mod page;
pub mod portal;
pub mod revision;
pub mod search;
pub mod site;
pub mod spark;
pub mod table;
pub mod trace;
pub mod workbook;
