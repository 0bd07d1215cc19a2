//! What pages are made of: one component a file, written straight from its view type.
//!
//! Cells, rows, records and traces stand without the end tags that HTML does not need: an edition
//! has thousands of them. The class names are what style sheets of themes rely on.

pub(super) mod block;
pub(super) mod chart;
pub(super) mod contents;
pub(super) mod crumbs;
mod facts;
pub(super) mod glance;
pub(super) mod index;
pub(super) mod lamp;
pub(super) mod links;
pub(super) mod notices;
pub(super) mod surroundings;
mod table;
pub(super) mod text;
pub(super) mod trace;
