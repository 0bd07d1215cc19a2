//! 步进: a base, and a gain for each step above the start or a loss for each below it.

use rust_decimal::Decimal;

use crate::figures::exact::settled;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::{INDICATOR, Need};
use crate::figures::scores::operand::{divided, score as of_outcome, times};
use crate::figures::scores::shapes::{Measured, Shape, looked, measured, undeclared};
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::figures::scores::{Score, Unscored};
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape, Steps};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Steps,
    told,
    score,
    needs: &[INDICATOR, STEPS],
    is_bounded: |_| false,
    unknown: |_| Cause::ALL,
};

const STEPS: Need = Need { label: "“步”", is_given: |item| item.steps.is_some() };

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
    let Some(steps) = &item.steps else { return String::new() };
    let (base, from, size) =
        (exact(steps.base.0), exact(steps.from.0), exact(steps.size.0));
    let loss = steps
        .loss
        .map(|loss| format!("，每欠{size}减{}", exact(loss.0)))
        .unwrap_or_default();
    let gain = if steps.by_target.is_empty() {
        exact(steps.gain.0)
    } else {
        let sizes = steps.by_target.iter();
        let sizes =
            sizes.map(|one| format!("{}（目标{}以上）", exact(one.gain.0), one.at_least));
        sizes.collect::<Vec<_>>().join("、")
    };
    format!("看{}：到{from}得{base}，每超{size}加{gain}{loss}", looked(item))
}

fn score(task: &Task) -> Worked {
    let Some(steps) = &task.item.steps else { return undeclared("步") };
    let Measured { number, formula, sources, .. } = match measured(task) {
        Ok(measured) => measured,
        Err(worked) => return worked,
    };
    let away = number - steps.from.0;
    let base = Formula::new().declared(steps.base.0);
    let each = if away.is_sign_negative() {
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
    let count = count(steps, away.abs());
    let sign = if each.is_sign_negative() { "－" } else { "＋" };
    let shown = count.as_ref().map_or(Decimal::ZERO, |count| *count);
    let formula = base.sign(sign).number(shown, 0).sign("×").declared(each.abs());
    let moved = count.and_then(|count| times(count, each));
    Worked { score: moved.map(|moved| steps.base.0 + moved), formula, sources }
}

/// Steps above or below the start; whole ones only unless the plan says otherwise.
fn count(steps: &Steps, away: Decimal) -> Score {
    let count = divided(away, steps.size.0, "步长为零")?;
    let whole = steps.whole.is_none_or(|flag| flag.0);
    Ok(if whole { settled(count).floor() } else { count })
}

/// The gain of a step, which may depend on the size of the target.
fn gain(task: &Task, steps: &Steps) -> Score {
    if steps.by_target.is_empty() {
        return Ok(steps.gain.0);
    }
    let scope = Scope::Unit(task.subject.unit.clone());
    let found = task
        .item
        .indicator
        .as_ref()
        .and_then(|indicator| task.context.figure(indicator, &scope));
    let Some(found) = found else {
        return Err(Unscored::new(Cause::NoTarget, "没有目标"));
    };
    let target = of_outcome(&found.figure.target())?;
    let target = found.series.indicator.unit.to_base(target).unwrap_or(target);
    let sized = steps.by_target.iter().find(|size| target >= size.at_least.amount);
    Ok(sized.map_or(steps.gain.0, |size| size.gain.0))
}
