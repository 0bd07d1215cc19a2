//! The fields of a score item that a shape cannot do without.

use crate::model::plan::assessment::score_item::ScoreItem;

/// A field, or one of several, that a shape cannot do without.
pub struct Need {
    /// What is to be written, as the user reads it.
    pub label: &'static str,
    /// Whether an item has it.
    pub is_given: fn(&ScoreItem) -> bool,
}

/// An indicator.
pub(super) const INDICATOR: Need =
    Need { label: "“指标”", is_given: |item| item.indicator.is_some() };

/// An indicator, or several that are weighed.
pub(super) const INDICATOR_OR_PARTS: Need = Need {
    label: "“指标”或“成分”",
    is_given: |item| item.indicator.is_some() || !item.parts.is_empty(),
};

/// The points that can be reached.
pub(super) const POINTS: Need =
    Need { label: "“分值”", is_given: |item| item.points.is_some() };
