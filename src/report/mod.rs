//! Figures → view model: pages, tables and charts, typed and already formatted.

pub mod chart;
pub mod charts;
pub mod claim_lines;
pub mod document;
pub mod figures_file;
pub mod marking;
pub mod moved;
pub mod notices;
pub mod page;
pub mod pages;
pub mod part;
pub mod portal;
pub mod score_text;
pub mod score_traces;
mod scores_file;
pub mod release;
pub mod revised;
pub mod sheet;
mod steps;
pub mod table;
pub mod tables;
pub mod trace;
pub mod traces;
pub mod edition;
pub mod evidence;
pub mod narrative;
pub mod site;
