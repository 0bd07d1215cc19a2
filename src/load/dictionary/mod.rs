//! The dictionary as others read it: JSON Schemas for editors, the field reference for clerks.

pub mod fields;
pub mod schema;
