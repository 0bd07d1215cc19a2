//! 计次: so much for each time or thing, added up over several indicators.

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::inputs::{count, part_words, undeclared};
use crate::figures::scores::needs::Need;
use crate::figures::scores::score::times;
use crate::figures::scores::work::{Shape, Sources, Task, Worked};
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Tally,
    manual,
    score,
    needs: &[PARTS, EACH],
    is_bounded: |_| false,
    unknown: |_| Cause::ALL,
};

const PARTS: Need =
    Need { label: "“成分”", is_given: |item| !item.parts.is_empty() };

const EACH: Need = Need {
    label: "成分的“每次”",
    is_given: |item| item.parts.iter().all(|part| part.each.is_some()),
};

fn manual(item: &ScoreItem) -> String {
    item.parts.iter().map(part_words).collect::<Vec<_>>().join("；")
}

fn score(task: &Task) -> Worked {
    if task.item.parts.is_empty() {
        return undeclared("成分");
    }
    let mut sources = Sources::default();
    let mut formulas = Vec::new();
    let mut sum = Decimal::ZERO;
    for part in &task.item.parts {
        let Some(each) = part.each.map(|each| each.0) else {
            return undeclared("每次");
        };
        let counted = count(task, part, &mut sources);
        match counted.and_then(|(count, formula)| Ok((formula, times(count, each)?))) {
            Ok((formula, points)) => {
                sum += points;
                formulas.push(formula.sign("×").then(factor(each)));
            }
            Err(reason) => {
                return Worked { score: Err(reason), formula: Formula::new(), sources };
            }
        }
    }
    Worked { score: Ok(sum), formula: Formula::joined(formulas, "＋"), sources }
}

/// Returns the points of each occurrence, in brackets if they are negative.
fn factor(each: Decimal) -> Formula {
    let factor = Formula::new().declared(each);
    if each.is_sign_negative() { factor.bracketed() } else { factor }
}
