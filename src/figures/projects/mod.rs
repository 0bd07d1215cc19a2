//! What all measures over projects share: filters, conditions, attribution.

mod classes;
pub(super) mod convert;
pub(super) mod counted;
mod credit;
pub(super) mod event;
pub(super) mod filter;
pub(super) mod placed;
pub(crate) mod signed;
pub(super) mod support;
pub(super) mod worth;
