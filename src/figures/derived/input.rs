//! An input of a derived value.

use crate::figures::facts::reporting::Lack;
use crate::figures::outcome::{Outcome, bounded};
use crate::model::book::figure_id::FigureId;
use crate::model::value::quantity::Denomination;

/// The role of a growth that a document printed.
pub const PRINTED: &str = "原文";

/// A number from which a derived value is computed.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its role: 分子, 分母, 上年同期 …
    pub role: &'static str,
    /// Its name.
    pub name: String,
    /// Id of its figure; `None` if it is no figure of this period.
    pub figure: Option<FigureId>,
    /// The number in its unit.
    pub value: Outcome,
    /// Unit.
    pub unit: Denomination,
    /// Whether a contributing record is invented.
    pub demo: bool,
    /// What belongs to the number and is not in it.
    pub lacks: Vec<Lack>,
    /// Whether it is the number of its figure, and not that as of the day of another event.
    pub is_own: bool,
}

impl Input {
    /// Returns the number in the base unit.
    pub(in crate::figures) fn in_base(&self) -> Outcome {
        bounded(self.unit.to_base(self.value.clone()?))
    }
}
