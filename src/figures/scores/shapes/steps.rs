//! 步进: a base, and a gain for each step above the start or a loss for each below it.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::figures::exact::{quotient, settled};
use crate::figures::outcome::Missing;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::inputs::{Measured, input_name, measured, undeclared};
use crate::figures::scores::needs::{INDICATOR, Need};
use crate::figures::scores::score::{Score, times};
use crate::figures::scores::work::{Shape, Task, Worked};
use crate::model::plan::assessment::score_item::{
    Cause, ScoreItem, ScoreShape, StepByTarget, Steps,
};
use crate::model::value::quantity::Quantity;
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Steps,
    manual,
    score,
    needs: &[INDICATOR, STEPS],
    is_bounded: |_| false,
    unknown: |_| Cause::ALL,
};

const STEPS: Need = Need { label: "“步”", is_given: |item| item.steps.is_some() };

fn manual(item: &ScoreItem) -> String {
    let Some(steps) = &item.steps else { return String::new() };
    let (base, from, size) =
        (exact(steps.base.0), exact(steps.from.0), exact(steps.size.0));
    let loss = steps
        .loss
        .map(|loss| format!("，每欠{size}减{}", exact(loss.0)))
        .unwrap_or_default();
    let gain = gain_words(steps);
    format!("看{}：到{from}得{base}，每超{size}加{gain}{loss}", input_name(item))
}

fn gain_words(steps: &Steps) -> String {
    if steps.by_target.is_empty() {
        return exact(steps.gain.0);
    }
    let sizes: Vec<String> = steps
        .by_target
        .iter()
        .map(|size| format!("{}（目标{}以上）", exact(size.gain.0), size.at_least))
        .collect();
    sizes.join("、")
}

fn score(task: &Task) -> Worked {
    let Some(steps) = &task.item.steps else { return undeclared("步") };
    let Measured { number, formula, sources, .. } = match measured(task) {
        Ok(measured) => measured,
        Err(worked) => return worked,
    };
    let distance = number - steps.from.0;
    let base = Formula::new().declared(steps.base.0);
    let each = if distance.is_sign_negative() {
        steps.loss.map(|loss| -loss.0)
    } else {
        match gain(task, steps) {
            Ok(gain) => Some(gain),
            Err(reason) => return Worked { score: Err(reason), formula, sources },
        }
    };
    let Some(each) = each.filter(|each| !each.is_zero()) else {
        return Worked { score: Ok(steps.base.0), formula: base, sources };
    };
    let count = count(steps, distance.abs());
    let sign = if each.is_sign_negative() { "－" } else { "＋" };
    let printed = *count.as_ref().unwrap_or(&Decimal::ZERO);
    let formula = base.sign(sign).number(printed, 0).sign("×").declared(each.abs());
    let score = count.and_then(|count| Ok(steps.base.0 + times(count, each)?));
    Worked { score, formula, sources }
}

/// Steps in a distance from the start; whole ones only unless the plan says otherwise.
fn count(steps: &Steps, distance: Decimal) -> Score {
    let count = quotient(distance, steps.size.0).ok_or(Missing::Overflow)?;
    let is_whole = steps.whole.is_none_or(|flag| flag.0);
    Ok(if is_whole { settled(count).floor() } else { count })
}

/// Returns the gain of a step, which may depend on the size of the target.
fn gain(task: &Task, steps: &Steps) -> Score {
    if steps.by_target.is_empty() {
        return Ok(steps.gain.0);
    }
    let indicator = task.item.indicator.as_ref();
    let scored = indicator
        .and_then(|indicator| task.context.figure(indicator, &task.scope()))
        .ok_or(Missing::NoTarget)?;
    let printed = scored.figure.target()?;
    let unit = scored.series.indicator.unit;
    let target = Quantity::of_base(unit.to_base(printed).ok_or(Missing::Overflow)?, unit);
    let reached = |size: &&StepByTarget| {
        target.compare(&size.at_least).is_some_and(Ordering::is_ge)
    };
    let size = steps.by_target.iter().find(reached);
    Ok(size.map_or(steps.gain.0, |size| size.gain.0))
}
