//! 功效系数: a base, and the rest of the points by where the number lies between the least and the most.

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::inputs::{Measured, input_name, measured, undeclared};
use crate::figures::scores::needs::{INDICATOR, Need, POINTS};
use crate::figures::scores::operand::Operand;
use crate::figures::scores::score::{Unscored, divided, times};
use crate::figures::scores::work::{Shape, Task, Worked};
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{Cause, Range, ScoreItem, ScoreShape};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Coefficient,
    manual,
    score,
    needs: &[INDICATOR, RANGE, POINTS],
    is_bounded: |_| false,
    unknown: |_| Cause::ALL,
};

const RANGE: Need = Need { label: "“区间”", is_given: |item| item.range.is_some() };

fn manual(item: &ScoreItem) -> String {
    let base = item.range.as_ref().map_or(String::new(), |range| exact(range.base.0));
    format!("看{}：{base}＋（数－最小）÷（最大－最小）×其余的分", input_name(item))
}

fn score(task: &Task) -> Worked {
    let (Some(range), Some(points)) = (&task.item.range, task.item.points) else {
        return undeclared("区间");
    };
    let Measured { number, formula, sources, .. } = match measured(task) {
        Ok(measured) => measured,
        Err(worked) => return worked,
    };
    let Some((least, most)) = bounds(task, range) else {
        return Worked { score: Err(Unscored::NothingCompared), formula, sources };
    };
    let (base, variable) = (range.base.0, points.0 - range.base.0);
    let formula = Formula::new()
        .declared(base)
        .sign("＋（")
        .number(number, 2)
        .sign("－")
        .number(least, 2)
        .sign("）÷（")
        .number(most, 2)
        .sign("－")
        .number(least, 2)
        .sign("）×")
        .declared(variable);
    let score = divided(number - least, most - least, Unscored::NoRange)
        .and_then(|part| Ok(base + times(part, variable)?));
    Worked { score, formula, sources }
}

/// Returns the least and the most: as declared, else among the assessed units.
fn bounds(task: &Task, range: &Range) -> Option<(Decimal, Decimal)> {
    let context = task.context;
    let operand = Operand::of(task.item, context.annual)?;
    let numbers: Vec<Decimal> = context
        .subjects
        .iter()
        .map(|subject| Scope::Unit(subject.unit.clone()))
        .filter_map(|scope| operand.evaluate(context, &scope).conditioned().ok())
        .collect();
    let least = range.low.map(|low| low.0).or(numbers.iter().min().copied());
    let most = range.high.map(|high| high.0).or(numbers.iter().max().copied());
    least.zip(most)
}
