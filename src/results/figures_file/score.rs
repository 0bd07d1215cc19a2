//! `scores` of `figures.json`: every unit's items with their formulas, total, rank and lamp.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::figures::scores::item::{ItemScore, State};
use crate::figures::scores::unit::UnitScore;
use crate::model::book::scope::Scope;
use crate::model::edition::release::score::{ReleasedItem, ReleasedScore};
use crate::model::value::word::Id;
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::score_text;
use crate::words::number::with_places;

/// The score of a unit.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ScoreEntry {
    pub(crate) assessment: Id,
    pub(crate) name: String,
    pub(crate) scope: Scope,
    pub(crate) scope_name: String,
    pub(crate) group: String,
    pub(crate) items: Vec<ReleasedItem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) total: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) scaled: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unknown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) rank: Option<u32>,
    pub(crate) rank_of: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lamp: Option<Id>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) grade: Option<String>,
    pub(crate) demo: bool,
    pub(crate) clause: String,
}

/// Returns the scores of a sheet, by assessment and then in the book's order of units.
pub(super) fn scores(sheet: &Sheet) -> Vec<ScoreEntry> {
    let assessment_views = sheet.assessment_views();
    assessment_views
        .flat_map(|assessment_view| {
            let units = assessment_view.scores.units.iter();
            units.map(move |unit| ScoreEntry::of(&assessment_view, unit))
        })
        .collect()
}

impl ScoreEntry {
    fn of(assessment_view: &AssessmentView, unit: &UnitScore) -> ScoreEntry {
        let assessment = assessment_view.assessment;
        let places = score_text::total_places(assessment);
        let scaled = unit.scaled.as_ref().and_then(|scaled| scaled.as_ref().ok());
        ScoreEntry {
            assessment: assessment.id.clone(),
            name: assessment.name.clone(),
            scope: unit.scope(),
            scope_name: assessment_view.name(unit),
            group: unit.group.clone(),
            items: unit.items.iter().map(|score| item(assessment_view, score)).collect(),
            total: unit.total.as_ref().ok().map(|total| with_places(*total, places)),
            scaled: scaled.map(|score| with_places(*score, assessment.scale_places())),
            unknown: unit.total.as_ref().err().map(|reason| reason.label()),
            rank: unit.rank,
            rank_of: unit.rank_of,
            lamp: unit.lamp.as_ref().map(|lamp| lamp.id.clone()),
            grade: unit.grade.as_ref().map(|grade| grade.id.clone()),
            demo: unit.demo,
            clause: format!("{}#{}", assessment_view.plan.id, assessment.clause.id),
        }
    }
}

fn item(assessment_view: &AssessmentView, score: &ItemScore) -> ReleasedItem {
    let assessment = assessment_view.assessment;
    let item = &assessment.items[score.item];
    ReleasedItem {
        id: item.id.clone(),
        score: score.score.as_ref().ok().map(|score| with_places(*score, item.places())),
        of: item.points.map(|points| points.0.normalize()),
        formula: score_text::plain(assessment, score),
        unknown: match &score.state {
            State::Treated(_, reason) => Some(reason.label()),
            _ => None,
        },
    }
}

impl From<ScoreEntry> for ReleasedScore {
    fn from(entry: ScoreEntry) -> ReleasedScore {
        ReleasedScore {
            assessment: entry.assessment,
            name: entry.name,
            scope: entry.scope,
            scope_name: entry.scope_name,
            items: entry.items,
            total: entry.total,
            lamp: entry.lamp,
            rank: entry.rank,
        }
    }
}
