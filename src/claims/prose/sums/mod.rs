//! Claims that are numbers added up.

mod partition;
mod parts;
pub(in crate::claims::prose) mod periods;
pub(in crate::claims::prose) mod shares;
pub(in crate::claims::prose) mod sum;
