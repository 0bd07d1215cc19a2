//! A figure of a released file, with its fields as they are in the file.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::model::book::figure_id::FigureId;
use crate::model::edition::frozen::part::FrozenPart;
use crate::model::edition::frozen::reached::Reached;
use crate::model::edition::frozen::value::FrozenValue;
use crate::model::edition::frozen::{Frozen, FrozenParts};
use crate::model::edition::release::entry::Entry;
use crate::model::value::period::Period;
use crate::model::value::word::Id;

/// A figure as it was published.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReleasedFigure {
    /// Id.
    pub id: FigureId,
    /// Name of the indicator.
    pub name: String,
    /// Name of the scope.
    pub scope_name: String,
    /// Unit of its value, such as 亿元.
    pub unit: String,
    /// 完成数.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// 目标.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Decimal>,
    /// 完成率 as a part of 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completion: Option<Decimal>,
    /// 序时进度 as a part of 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule: Option<Decimal>,
    /// 超欠进度 in 百分点.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Decimal>,
    /// The verdicts: `None` if the figure has none, empty for an audience that gets none of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdicts: Option<Vec<ReleasedVerdict>>,
    /// Id of its lamp.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lamp: Option<Id>,
    /// 名次.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rank: Option<u32>,
    /// Whether it counts an invented record; `None` in a file of before, which does not say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub demo: Option<bool>,
    /// What belongs to the value and was not reported: a scope, or a scope and a period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
    /// 核定: what superior organs recognised of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recognised: Vec<ReleasedRecognition>,
}

/// What a superior organ recognised for a period, beside the book's own number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReleasedRecognition {
    /// Period that was recognised.
    pub period: Period,
    /// 核定数, in the unit of the figure.
    pub value: Decimal,
}

/// The verdict on a point of a curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReleasedVerdict {
    /// Period at whose end the point is.
    pub point: Period,
    /// Completion that was due, as a part of 1.
    pub due: Decimal,
    /// Completion by then, as a part of 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Decimal>,
    /// Whether it was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
}

impl Entry for ReleasedFigure {
    fn id(&self) -> FigureId {
        self.id.clone()
    }

    fn is(&self, id: &FigureId) -> bool {
        self.id == *id
    }

    fn frozen(&self) -> Frozen {
        let numbers = [
            (FrozenPart::Value, self.value),
            (FrozenPart::Target, self.target),
            (FrozenPart::Completion, self.completion),
            (FrozenPart::Schedule, self.schedule),
            (FrozenPart::Lead, self.lead),
        ];
        let mut parts: FrozenParts = numbers
            .into_iter()
            .filter_map(|(part, number)| Some((part, FrozenValue::Number(number?))))
            .collect();
        let lamp = self.lamp.clone().map(FrozenValue::Lamp);
        parts.extend(lamp.map(|lamp| (FrozenPart::Lamp, lamp)));
        parts.extend(self.rank.map(|rank| (FrozenPart::Rank, FrozenValue::Rank(rank))));
        parts.extend(self.verdicts.iter().flatten().map(|verdict| {
            let ReleasedVerdict { point, due, actual, met } = verdict.clone();
            let reached = FrozenValue::Verdict(Reached { met, actual, due });
            (FrozenPart::Verdict(point), reached)
        }));
        parts.extend(self.recognised.iter().map(|one| {
            let part = FrozenPart::Recognised(one.period.clone());
            (part, FrozenValue::Number(one.value))
        }));
        Frozen {
            id: self.id.clone(),
            name: self.name.clone(),
            scope_name: self.scope_name.clone(),
            unit: self.unit.clone(),
            parts,
        }
    }

    fn retain(&mut self, is_given: &dyn Fn(&FrozenPart) -> bool) {
        if !is_given(&FrozenPart::Value) {
            self.value = None;
            self.without.clear();
        }
        self.target.take_if(|_| !is_given(&FrozenPart::Target));
        self.completion.take_if(|_| !is_given(&FrozenPart::Completion));
        self.schedule.take_if(|_| !is_given(&FrozenPart::Schedule));
        self.lead.take_if(|_| !is_given(&FrozenPart::Lead));
        self.lamp.take_if(|_| !is_given(&FrozenPart::Lamp));
        self.rank.take_if(|_| !is_given(&FrozenPart::Rank));
        self.recognised
            .retain(|one| is_given(&FrozenPart::Recognised(one.period.clone())));
        if let Some(verdicts) = &mut self.verdicts {
            verdicts
                .retain(|verdict| is_given(&FrozenPart::Verdict(verdict.point.clone())));
        }
    }
}
