//! What several tables, charts and pages share: columns, links, marks, registers, lists of facts.

pub(crate) mod columns;
pub(crate) mod contrast;
pub(crate) mod dashes;
pub(crate) mod fact_list;
pub(crate) mod lamp_course;
pub(crate) mod lamp_words;
pub(crate) mod links;
pub(crate) mod marks;
pub(crate) mod register;
pub mod revisions;
pub(crate) mod spark;
pub(crate) mod standings;
