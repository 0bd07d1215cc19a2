//! What books below have released, as far as this one adds it up.

pub mod lives;
pub mod release;
pub mod revisions;
pub mod sums;
pub mod totals;
pub mod withdrawn;
