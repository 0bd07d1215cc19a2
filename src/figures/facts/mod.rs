//! Facts: what a record contributes, to whom, and whether it counts at a moment.

pub(super) mod activities;
pub mod attribution;
pub mod collected;
pub mod duties;
pub mod entry;
pub mod fact;
pub mod knowledge;
pub mod late;
pub mod ledger;
pub mod moment;
pub mod reporting;
pub mod requirement;
pub mod shared;
pub mod source;
pub mod stages;
pub mod terms;
