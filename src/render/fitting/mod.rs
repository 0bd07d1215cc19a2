//! How tables are fitted into the pages of papers: their columns, their type, and how they are parted.

pub(crate) mod columns;
pub(crate) mod parts;

/// Width of the text block in points, upright and turned.
pub(crate) const UPRIGHT: f64 = 156.0 * 72.0 / 25.4;
pub(crate) const TURNED: f64 = 225.0 * 72.0 / 25.4;
