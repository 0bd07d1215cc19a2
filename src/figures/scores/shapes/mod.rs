//! The score shapes (计分方式): how a number becomes a score.

mod bands;
mod bonus;
mod coefficient;
mod deduction;
mod imported;
mod judged;
mod ratio;
mod scores;
mod steps;
mod tally;

use crate::figures::scores::work::Shape;
use crate::model::plan::assessment::score_item::ScoreShape;

/// Every shape.
pub const SHAPES: &[Shape] = &[
    bands::SHAPE,
    bonus::SHAPE,
    coefficient::SHAPE,
    deduction::SHAPE,
    imported::SHAPE,
    judged::SHAPE,
    ratio::SHAPE,
    scores::SHAPE,
    steps::SHAPE,
    tally::SHAPE,
];

/// Returns the shape with a word.
pub fn shape(kind: ScoreShape) -> &'static Shape {
    SHAPES.iter().find(|shape| shape.kind == kind).expect("every word has its shape")
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
