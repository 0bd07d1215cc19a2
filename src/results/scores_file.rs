//! `scores` of `figures.json`: every unit's items with their formulas, total, rank and lamp.

use serde::Serialize;

use crate::figures::scores::item::{ItemScore, State};
use crate::figures::scores::unit::UnitScore;
use crate::sheet::Sheet;
use crate::sheet::assessment::AssessmentView;
use crate::sheet::score_text;
use crate::words::number::exact;

/// The score of a unit.
#[derive(Debug, Serialize)]
pub(super) struct ScoreEntry {
    assessment: String,
    name: String,
    scope: String,
    scope_name: String,
    group: String,
    items: Vec<ItemEntry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scaled: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
    rank_of: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    lamp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<String>,
    demo: bool,
    clause: String,
}

/// The score of an item.
#[derive(Debug, Serialize)]
struct ItemEntry {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    formula: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unknown: Option<String>,
}

/// The scores of a sheet, by assessment and then in the book's order of units.
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
        let known = unit.total.is_ok();
        let scaled = unit.scaled.as_ref().filter(|scaled| scaled.is_ok());
        ScoreEntry {
            assessment: assessment.id.to_string(),
            name: assessment.name.clone(),
            scope: unit.scope().to_string(),
            scope_name: assessment_view.name(unit),
            group: unit.group.clone(),
            items: unit
                .items
                .iter()
                .map(|item| ItemEntry::of(assessment_view, item))
                .collect(),
            total: known.then(|| score_text::total(assessment, unit)),
            scaled: scaled.map(|_| score_text::scaled(assessment, unit)),
            unknown: unit.total.as_ref().err().map(|reason| reason.label()),
            rank: unit.rank,
            rank_of: unit.rank_of,
            lamp: unit.lamp.as_ref().map(|lamp| lamp.id.to_string()),
            grade: unit.grade.as_ref().map(|grade| grade.id.clone()),
            demo: unit.demo,
            clause: format!("{}#{}", assessment_view.plan.id, assessment.clause.id),
        }
    }
}

impl ItemEntry {
    fn of(assessment_view: &AssessmentView, score: &ItemScore) -> ItemEntry {
        let assessment = assessment_view.assessment;
        let item = &assessment.items[score.item];
        ItemEntry {
            id: item.id.to_string(),
            score: score.score.is_ok().then(|| score_text::score(assessment, score)),
            of: item.points.map(|points| exact(points.0)),
            formula: score_text::plain(assessment, score),
            unknown: match &score.state {
                State::Treated(_, reason) => Some(reason.label()),
                _ => None,
            },
        }
    }
}
