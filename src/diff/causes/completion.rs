//! Why a completion moved: by its value and its target, and by the amounts that moved the value.

use rust_decimal::Decimal;

use crate::diff::causes::split::{Split, adding_up, split};
use crate::figures::exact::{percent, portion};
use crate::figures::figure::Figure;
use crate::figures::outcome::Known;
use crate::model::value::quantity::Denomination;
use crate::view::changes::Effect;
use crate::words::number::{self, shortest};

/// Returns the movement of a figure's completion, split by numerator and denominator.
fn completion(before: &Figure, after: &Figure) -> Option<Split> {
    let sides = |figure: &Figure| figure.value.known().zip(figure.target().ok());
    split(sides(before)?, sides(after)?)
}

/// Returns the causes of the movement of a completion whose target moved, in 百分点; they add up to
/// the whole.
pub(crate) fn effects(
    before: &Figure,
    after: &Figure,
    unit: Denomination,
    places: u32,
    rate_places: u32,
) -> Vec<Effect> {
    let Some(split) = completion(before, after) else { return Vec::new() };
    let numerator = numerator(before, after, rate_places).map(|(_, printed)| printed);
    let side =
        |name: &str, old: Option<Decimal>, new: Option<Decimal>, effect: Decimal| {
            let (old, new) = (old?, new?);
            (old != new).then(|| Effect {
                name: name.to_owned(),
                moved: format!(
                    "{}→{}{}",
                    shortest(old, places),
                    shortest(new, places),
                    unit.word
                ),
                points: number::points(effect, rate_places),
            })
        };
    let (old, new) = (before.target().ok(), after.target().ok());
    // Where only the value moved, its movement and that of the ratio are one.
    if old == new {
        return Vec::new();
    }
    let value = side(
        "完成数",
        before.value.known(),
        after.value.known(),
        numerator.unwrap_or_default(),
    );
    let target = side("目标", old, new, percent(split.denominator, rate_places));
    value.into_iter().chain(target).collect()
}

/// Distributes a ratio's printed movement in proportion to the amounts that moved its value.
pub(super) fn points(
    before: &Figure,
    after: &Figure,
    amounts: &[Decimal],
    places: u32,
) -> Vec<Option<Decimal>> {
    let moved: Decimal = amounts.iter().copied().sum();
    let points = numerator(before, after, places).and_then(|(exact, printed)| {
        let whole = exact * Decimal::ONE_HUNDRED;
        let parts = amounts.iter().map(|amount| portion(*amount, moved, whole));
        Some(adding_up(&parts.collect::<Option<Vec<_>>>()?, printed, places))
    });
    match points {
        Some(points) => points.into_iter().map(Some).collect(),
        None => vec![None; amounts.len()],
    }
}

/// Returns the effect of the numerator on a ratio: as a part of 1, and as printed in 百分点.
fn numerator(before: &Figure, after: &Figure, places: u32) -> Option<(Decimal, Decimal)> {
    let split = completion(before, after)?;
    let ratios = before.completion.known().zip(after.completion.known())?;
    let whole = percent(ratios.1, places) - percent(ratios.0, places);
    Some((split.numerator, whole - percent(split.denominator, places)))
}
