//! Scores: what each assessed unit gets for each item, by which formula, and what follows from the
//! total.

pub mod context;
pub(super) mod disqualified;
pub mod formula;
pub mod inputs;
pub mod item;
pub mod needs;

pub mod operand;
pub mod records;
pub mod score;
pub mod shapes;
pub mod spans;
pub mod total;
pub mod unit;
pub mod work;

use crate::figures::basis::Basis;
use crate::figures::indicator::IndicatorFigures;
use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::item::{ItemScore, item_score};
use crate::figures::scores::score::{UnitTotal, Unscored};
use crate::figures::scores::unit::{AssessmentScores, UnitScore};
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::series::Series;
use crate::model::value::period::Period;

/// Returns the scores of every assessment that is computed for a period.
pub fn scores(
    basis: &Basis,
    period: &Period,
    indicators: &[IndicatorFigures],
) -> Vec<AssessmentScores> {
    let mut scores = Vec::new();
    for (plan, filed) in basis.book.plans.iter().enumerate() {
        if !filed.record.span.contains(period.end()) {
            continue;
        }
        for (at, assessment) in filed.record.assessments.iter().enumerate() {
            if assessment.items.is_empty() || !covers(assessment, period) {
                continue;
            }
            let context = Context::new(basis, period, indicators, (plan, at), totals);
            let (annual, units) = (context.annual, units(&context));
            scores.push(AssessmentScores { plan, assessment: at, annual, units });
        }
    }
    scores
}

/// Returns whether an assessment is computed for a period of this series.
fn covers(assessment: &Assessment, period: &Period) -> bool {
    assessment.series.is_empty() || assessment.series.contains(&Series::of(period))
}

fn units(context: &Context) -> Vec<UnitScore> {
    let mut units: Vec<UnitScore> =
        context.subjects.iter().map(|subject| unit(context, subject)).collect();
    total::rank::rank(context, &mut units);
    total::lamp::light(context, &mut units);
    total::grade::grade(context, &mut units);
    total::reward::propose(context, &mut units);
    units
}

fn totals(context: &Context) -> Vec<UnitTotal> {
    let total = |score: UnitScore| {
        let UnitScore { unit, total, demo, .. } = score;
        UnitTotal { unit, total, demo }
    };
    units(context).into_iter().map(total).collect()
}

fn unit(context: &Context, subject: &Subject) -> UnitScore {
    let items: Vec<ItemScore> = (0..context.assessment.items.len())
        .map(|at| item_score(context, subject, at))
        .collect();
    let veto = context.disqualified.get(&subject.unit).cloned();
    let (total, conversion) = total::total(context.assessment, &items);
    let total = match (&subject.gone, &veto) {
        (Some(gone), _) => Err(Unscored::Missing(gone.clone())),
        (None, Some(veto)) => Err(Unscored::Disqualified(veto.reason.clone())),
        (None, None) => total,
    };
    let is_veto_demo =
        veto.as_ref().and_then(|veto| veto.demo).is_some_and(|flag| flag.0);
    UnitScore {
        unit: subject.unit.clone(),
        group: subject.group.clone(),
        scaled: total::scaled(context.assessment, &total),
        lamp: None,
        demo: is_veto_demo || items.iter().any(|item| item.demo),
        items,
        total,
        conversion,
        rank: None,
        rank_of: 0,
        grade: None,
        veto,
        lowered: None,
        rewards: Vec::new(),
    }
}
