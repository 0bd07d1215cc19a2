//! What the entries of a released file have in common.

use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::Frozen;
use crate::model::edition::frozen::part::FrozenPart;

/// An entry of a released file.
pub trait Entry: Clone {
    /// Its id.
    fn id(&self) -> FigureId;
    /// It with its parts.
    fn frozen(&self) -> Frozen;
    /// Drops the parts that are not given.
    fn retain(&mut self, is_given: &dyn Fn(&FrozenPart) -> bool);
}
