//! A number that a derived value is worked out from.

use crate::figures::outcome::{Outcome, bounded};
use crate::model::book::figure_id::FigureId;
use crate::model::value::quantity::Denomination;

/// The role of a growth that its document printed.
pub const PRINTED: &str = "原文";

/// A number that a derived value is worked out from.
#[derive(Clone, Debug)]
pub struct Input {
    /// What it is to the value: 分子, 分母, 上年同期 …
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
}

impl Input {
    /// The number in the base of its unit.
    pub(in crate::figures) fn in_base(&self) -> Outcome {
        bounded(self.unit.to_base(self.value.clone()?))
    }
}
