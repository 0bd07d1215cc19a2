//! What a release freezes of a figure or a score.

pub mod part;
pub mod reached;
pub mod value;

use std::collections::BTreeMap;

use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;

/// A figure or a score with its frozen parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// Its id.
    pub id: FigureId,
    /// Name of the indicator or of the assessment.
    pub name: String,
    /// Name of the scope.
    pub scope_name: String,
    /// Unit of its value, such as 亿元; empty for a score.
    pub unit: String,
    /// Its parts; a part that the figure does not have is absent.
    pub parts: FrozenParts,
}

/// Frozen parts with their values.
pub type FrozenParts = BTreeMap<FrozenPart, FrozenValue>;

impl Frozen {
    /// Returns the title of the figure: `到位资金 · 县交通局`.
    pub fn title(&self) -> String {
        format!("{} · {}", self.name, self.scope_name)
    }
}
