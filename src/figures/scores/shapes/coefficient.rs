//! 功效系数: a base, and the rest by where the number lies between the least and the most.

use rust_decimal::Decimal;

use crate::figures::scores::Unscored;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::{INDICATOR, Need, POINTS};
use crate::figures::scores::operand::{Operand, divided, times};
use crate::figures::scores::shapes::{Measured, Shape, looked, measured, undeclared};
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{Cause, Range, ScoreItem, ScoreShape};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Coefficient,
    told,
    score,
    needs: &[INDICATOR, RANGE, POINTS],
    is_bounded: |_| false,
    unknown: |_| Cause::ALL,
};

const RANGE: Need = Need { label: "“区间”", is_given: |item| item.range.is_some() };

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
    let base = item.range.as_ref().map_or(String::new(), |range| exact(range.base.0));
    format!("看{}：{base}＋（数－最小）÷（最大－最小）×其余的分", looked(item))
}

fn score(task: &Task) -> Worked {
    let (Some(range), Some(points)) = (&task.item.range, task.item.points) else {
        return undeclared("区间");
    };
    let Measured { number, formula, sources, .. } = match measured(task) {
        Ok(measured) => measured,
        Err(worked) => return worked,
    };
    let Some(bounds) = bounds(task, range) else {
        let reason = Unscored::new(Cause::NoData, "没有可比的数");
        return Worked { score: Err(reason), formula, sources };
    };
    let (base, rest) = (range.base.0, points.0 - range.base.0);
    let part = divided(number - bounds.0, bounds.1 - bounds.0, "最大与最小相同");
    let formula = Formula::new()
        .declared(base)
        .sign("＋（")
        .number(number, 2)
        .sign("－")
        .number(bounds.0, 2)
        .sign("）÷（")
        .number(bounds.1, 2)
        .sign("－")
        .number(bounds.0, 2)
        .sign("）×")
        .declared(rest);
    let gained = part.and_then(|part| times(part, rest));
    Worked { score: gained.map(|gained| base + gained), formula, sources }
}

/// The least and the most: as declared, else among the assessed units.
fn bounds(task: &Task, range: &Range) -> Option<(Decimal, Decimal)> {
    let context = task.context;
    let look = Operand::of(task.item, context.annual)?;
    let numbers: Vec<Decimal> = context
        .subjects
        .iter()
        .filter_map(|other| {
            look.see(context, &Scope::Unit(other.unit.clone())).conditioned().ok()
        })
        .collect();
    let low = range.low.map(|low| low.0).or(numbers.iter().min().copied());
    let high = range.high.map(|high| high.0).or(numbers.iter().max().copied());
    low.zip(high)
}
