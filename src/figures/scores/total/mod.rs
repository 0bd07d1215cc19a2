//! The total: the sum of the rounded items, converted where some are left out.

pub mod grade;
pub mod lamp;
pub mod rank;
pub mod reward;

use rust_decimal::Decimal;

use crate::figures::exact::round;
use crate::figures::scores::item::{ItemScore, State};
use crate::figures::scores::operand::{divided, times};
use crate::figures::scores::{Score, Unscored};
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::score_item::{Cap, Treatment};

/// How a total was converted because items were left out (剔除并折算).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Sum of the items that count.
    pub sum: Decimal,
    /// Their full marks.
    pub of: Decimal,
    /// Full marks of all items.
    pub full: Decimal,
    /// What lies outside the sum of the weights.
    pub extra: Decimal,
}

/// The total of a unit's items, and how it was converted.
pub fn total(
    assessment: &Assessment,
    items: &[ItemScore],
) -> (Score, Option<Conversion>) {
    if let Some(reason) = barred(assessment, items) {
        return (Err(reason), None);
    }
    let (mut sum, mut extra, mut of) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for score in items {
        let item = &assessment.items[score.item];
        let points = *score.score.as_ref().unwrap_or(&Decimal::ZERO);
        match (item.is_extra(), score.excluded) {
            (_, true) => {}
            (true, false) => extra += points,
            (false, false) => {
                sum += points;
                of += item.full();
            }
        }
    }
    let full = full_marks(assessment);
    let converted = items
        .iter()
        .any(|score| score.excluded && !assessment.items[score.item].is_extra());
    if !converted {
        return (Ok(capped(assessment, sum + extra)), None);
    }
    let total = times(sum, full)
        .and_then(|product| divided(product, of, "没有可计分的项"))
        .map(|part| capped(assessment, round(part, assessment.scale_places()) + extra));
    (total, Some(Conversion { sum, of, full, extra }))
}

/// Full marks of the items that add up to the whole.
pub fn full_marks(assessment: &Assessment) -> Decimal {
    let counted = assessment.items.iter().filter(|item| !item.is_extra());
    counted.map(|item| item.full()).sum()
}

/// The item whose unknown number leaves the unit without a total.
fn barred(assessment: &Assessment, items: &[ItemScore]) -> Option<Unscored> {
    items.iter().find_map(|score| match &score.state {
        State::Treated(Treatment::NoTotal, reason) => {
            let words =
                format!("{}：{}", assessment.items[score.item].name, reason.words);
            Some(Unscored::new(reason.cause, words))
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

/// The total converted to other full marks (折算).
pub fn scaled(assessment: &Assessment, total: &Score) -> Option<Score> {
    let scale = assessment.scale?.0;
    let full = full_marks(assessment);
    let scaled =
        total.clone().and_then(|total| divided(times(total, scale)?, full, "满分为零"));
    Some(scaled.map(|score| round(score, assessment.scale_places())))
}
