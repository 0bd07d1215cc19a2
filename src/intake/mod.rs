//! Forms that units fill in, made from the dictionary and the plans, and what comes back in them.

pub mod form;
pub mod marked;
pub mod plan;
pub mod reading;
