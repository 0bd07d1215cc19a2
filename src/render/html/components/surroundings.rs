//! What the blocks of a page need to know of it.

use std::collections::BTreeMap;

use crate::render::html::ways::Ways;
use crate::render::svg::Svg;
use crate::view::spark::Spark;

/// What the blocks of a page need to know of it.
pub(crate) struct Surroundings<'a> {
    /// Where its links and numbers lead.
    pub(crate) ways: Ways<'a>,
    /// The drawings of its charts by their ids.
    pub(crate) drawings: &'a BTreeMap<String, Svg>,
    /// Draws the small charts of its tables.
    pub(crate) spark: &'a (dyn Fn(&Spark) -> Svg + Send + Sync),
}
