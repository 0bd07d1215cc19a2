//! What several tables and charts share: registers, lists of facts, columns, rows.

pub(crate) mod branches;
pub(crate) mod contrast;
pub(crate) mod fact_list;
pub(crate) mod lamp_course;
pub(crate) mod lamp_words;
pub(crate) mod register;
pub mod revisions;
pub(crate) mod spark;
