//! Exports of the dictionary: JSON Schemas for editors, the field reference for clerks.

pub mod fields;
pub mod offered;
pub mod schema;
