//! A score of a released file, with its fields as they are in the file.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::frozen::{Frozen, FrozenParts};
use crate::model::edition::release::entry::Entry;
use crate::model::value::word::Id;

/// A unit's score as it was published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReleasedScore {
    /// Id of the assessment.
    pub assessment: Id,
    /// Name of the assessment.
    pub name: String,
    /// The unit.
    pub scope: Scope,
    /// Name of the unit.
    pub scope_name: String,
    /// The items.
    pub items: Vec<ReleasedItem>,
    /// 总分.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<Decimal>,
    /// Id of its lamp.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lamp: Option<Id>,
    /// 名次.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
}

/// The score of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReleasedItem {
    /// Id of the item.
    pub id: Id,
    /// The score as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Decimal>,
    /// Points that the item can have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Decimal>,
    /// The calculation of the score, with the numbers put in.
    pub formula: String,
    /// The reason why a number that it needs is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
}

impl Entry for ReleasedScore {
    fn id(&self) -> FigureId {
        FigureId::Score(self.assessment.clone(), self.scope.clone())
    }

    fn is(&self, id: &FigureId) -> bool {
        let of =
            |assessment, scope| (assessment, scope) == (&self.assessment, &self.scope);
        matches!(id, FigureId::Score(assessment, scope) if of(assessment, scope))
    }

    fn frozen(&self) -> Frozen {
        let items = self.items.iter().filter_map(|item| {
            let score = FrozenValue::Number(item.score?);
            Some((FrozenPart::Item(item.id.clone()), score))
        });
        let mut parts: FrozenParts = items.collect();
        let total = self.total.map(FrozenValue::Number);
        parts.extend(total.map(|total| (FrozenPart::Total, total)));
        let lamp = self.lamp.clone().map(FrozenValue::Lamp);
        parts.extend(lamp.map(|lamp| (FrozenPart::Lamp, lamp)));
        parts.extend(self.rank.map(|rank| (FrozenPart::Rank, FrozenValue::Rank(rank))));
        Frozen {
            id: self.id(),
            name: self.name.clone(),
            scope_name: self.scope_name.clone(),
            unit: String::new(),
            parts,
        }
    }

    fn retain(&mut self, is_given: &dyn Fn(&FrozenPart) -> bool) {
        self.items.retain(|item| is_given(&FrozenPart::Item(item.id.clone())));
        self.total.take_if(|_| !is_given(&FrozenPart::Total));
        self.lamp.take_if(|_| !is_given(&FrozenPart::Lamp));
        self.rank.take_if(|_| !is_given(&FrozenPart::Rank));
    }
}
