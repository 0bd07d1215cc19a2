//! The score shapes (计分方式): how a number becomes a score.

mod bands;
mod bonus;
mod coefficient;
mod deduction;
mod imported;
mod judged;
mod ratio;
mod steps;
mod tally;

use rust_decimal::Decimal;

use crate::figures::scores::Unscored;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::Need;
use crate::figures::scores::operand::{Evaluated, Operand};
use crate::figures::scores::work::Sources;
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{
    Cause, ScoreInput, ScoreItem, ScoreShape,
};

/// A score shape: its word in the plan, and what it does.
pub struct Shape {
    /// The word.
    pub kind: ScoreShape,
    /// How the score of an item comes about, for the reader.
    pub told: fn(&ScoreItem) -> String,
    /// Works a score out.
    pub score: fn(&Task) -> Worked,
    /// The fields that it cannot do without.
    pub needs: &'static [Need],
    /// Whether an item cannot score more than its points.
    pub is_bounded: fn(&ScoreItem) -> bool,
    /// Why the number of an item may be unknown, so that the plan must say what it then scores.
    pub unknown: fn(&ScoreItem) -> &'static [Cause],
}

/// Every shape.
pub const SHAPES: &[Shape] = &[
    bands::SHAPE,
    bonus::SHAPE,
    coefficient::SHAPE,
    deduction::SHAPE,
    imported::SHAPE,
    judged::SHAPE,
    ratio::SHAPE,
    steps::SHAPE,
    tally::SHAPE,
];

/// The shape with a word.
pub fn shape(kind: ScoreShape) -> &'static Shape {
    SHAPES.iter().find(|shape| shape.kind == kind).expect("every word has its shape")
}

/// What the item's indicator says of the unit.
fn seen(task: &Task) -> Result<Evaluated, Worked> {
    let Some(look) = Operand::of(task.item, task.context.annual) else {
        return Err(undeclared("指标"));
    };
    Ok(look.see(task.context, &Scope::Unit(task.subject.unit.clone())))
}

/// A number that a unit is scored by, how it came about, and from which figures.
struct Measured {
    number: Decimal,
    is_share: bool,
    formula: Formula,
    sources: Sources,
}

/// The number that the item's indicator gives the unit, or the score without one.
fn measured(task: &Task) -> Result<Measured, Worked> {
    let evaluated = seen(task)?;
    let number = evaluated.conditioned();
    let Evaluated { is_share, formula, figures, demo, .. } = evaluated;
    let mut sources = Sources::default();
    sources.add(figures, demo);
    match number {
        Ok(number) => Ok(Measured { number, is_share, formula, sources }),
        Err(reason) => Err(Worked { score: Err(reason), formula, sources }),
    }
}

/// What is divided or multiplied: an indicator, or the ratio of two.
fn named(item: &ScoreItem) -> String {
    let own = item.indicator.as_ref().map_or("", |indicator| indicator.as_str());
    match &item.over {
        Some(over) => format!("（{own}÷{}）", over.as_str()),
        None => own.to_owned(),
    }
}

/// The number that is looked at, in words.
fn looked(item: &ScoreItem) -> String {
    format!("{}的{}", named(item), item.seen.unwrap_or(ScoreInput::Completion).label())
}

/// A score that cannot be worked out because the plan leaves a field out.
fn undeclared(field: &str) -> Worked {
    Worked::unknown(Unscored::new(Cause::NoData, format!("方案没有写“{field}”")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_its_shape() {
        for kind in ScoreShape::ALL {
            assert_eq!(shape(*kind).kind, *kind);
        }
    }
}
