//! The total: the sum of the rounded items, converted where some are left out.

pub mod grade;
pub mod lamp;
pub mod rank;
pub mod reward;

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::scores::item::{ItemScore, State};
use crate::figures::scores::score::{Score, Unscored, divided, times};
use crate::figures::scores::unit::Conversion;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::score_item::{Cap, ScoreItem, Treatment};

/// Returns the total of a unit's items, and how it was converted.
pub fn total(
    assessment: &Assessment,
    items: &[ItemScore],
) -> (Score, Option<Conversion>) {
    if let Some(reason) = barred(assessment, items) {
        return (Err(reason), None);
    }
    let (mut sum, mut extra, mut of) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for score in items.iter().filter(|score| !score.excluded) {
        let item = &assessment.items[score.item];
        let points = *score.score.as_ref().unwrap_or(&Decimal::ZERO);
        if item.is_extra() {
            extra += points;
        } else {
            sum += points;
            of += item.full();
        }
    }
    let full = full_marks(assessment);
    let is_converted = items
        .iter()
        .any(|score| score.excluded && !assessment.items[score.item].is_extra());
    if !is_converted {
        return (Ok(capped(assessment, sum + extra)), None);
    }
    let total = times(sum, full)
        .and_then(|product| divided(product, of, Unscored::NothingScored))
        .map(|part| capped(assessment, round(part, assessment.scale_places()) + extra));
    (total, Some(Conversion { sum, of, full, extra }))
}

/// Full marks of the items that add up to the whole.
pub fn full_marks(assessment: &Assessment) -> Decimal {
    assessment.items.iter().filter(|item| !item.is_extra()).map(ScoreItem::full).sum()
}

/// Returns the reason if a unit has no total: an item has no score, and the plan then gives no
/// total.
fn barred(assessment: &Assessment, items: &[ItemScore]) -> Option<Unscored> {
    items.iter().find_map(|score| match &score.state {
        State::Treated(Treatment::NoTotal, reason) => {
            let name = assessment.items[score.item].name.clone();
            Some(Unscored::Item(name, Box::new(reason.clone())))
        }
        _ => None,
    })
}

fn capped(assessment: &Assessment, total: Decimal) -> Decimal {
    match assessment.cap {
        Some(Cap::At(cap)) => total.min(cap),
        _ => total,
    }
}

/// Returns the total converted to other full marks (折算); `None` if the assessment converts none.
pub fn scaled(assessment: &Assessment, total: &Score) -> Option<Score> {
    let scale = assessment.scale?.0;
    let scaled = total
        .clone()
        .and_then(|total| times(total, scale))
        .and_then(|part| divided(part, full_marks(assessment), Unscored::ZeroFullMarks))
        .map(|score| round(score, assessment.scale_places()));
    Some(scaled)
}
