//! What figures and scores of a released file have in common.

use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::Frozen;
use crate::model::edition::frozen::part::FrozenPart;

/// An entry of a released file.
pub trait Entry: Clone {
    /// Returns its id.
    fn id(&self) -> FigureId;
    /// Returns whether an id is its own.
    fn is(&self, id: &FigureId) -> bool;
    /// Returns it as a figure with frozen parts.
    fn frozen(&self) -> Frozen;
    /// Removes the parts that a predicate rejects.
    fn retain(&mut self, is_given: &dyn Fn(&FrozenPart) -> bool);
}
