//! What the data is: plain types; no files, no output, no layout.

pub mod activity;
pub mod assessment;
pub mod book;
pub mod clause;
pub mod curve;
pub mod date;
pub mod dictionary;
pub mod edition;
pub mod indicator;
pub mod lamp;
pub mod marks;
pub mod period;
pub mod plan;
pub mod project;
pub mod quantity;
pub mod ranking;
pub mod reference;
pub mod registry;
pub mod reported;
pub mod scope;
pub mod score_item;
pub mod target;
pub mod word;
pub mod written;
