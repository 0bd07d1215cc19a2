//! The commands, one file each.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod release;
pub(crate) mod revise;
pub(crate) mod schema;
pub(crate) mod verify;
