//! 比率: what was done over what it is compared with, times the points (K08, K09, K17).

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::inputs::{indicator_name, undeclared};
use crate::figures::scores::needs::{INDICATOR_OR_PARTS, POINTS};
use crate::figures::scores::operand::average::average;
use crate::figures::scores::operand::{Evaluated, Operand};
use crate::figures::scores::score::{Score, Unscored, divided, times};
use crate::figures::scores::work::{Shape, Sources, Task, Worked};
use crate::model::plan::assessment::score_item::{
    Against, AverageKind, AverageOf, Cause, ScoreInput, ScoreItem, ScorePart, ScoreShape,
};
use crate::words::number::{exact, share};

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Ratio,
    manual,
    score,
    needs: &[INDICATOR_OR_PARTS, POINTS],
    is_bounded: |_| false,
    unknown: |_| Cause::ALL,
};

fn manual(item: &ScoreItem) -> String {
    let points = item.points.map_or_else(String::new, |points| exact(points.0));
    if !item.parts.is_empty() {
        let parts: Vec<String> = item.parts.iter().map(weighted_part).collect();
        return format!("（{}）×{points}", parts.join("＋"));
    }
    let against = item.against.unwrap_or(Against::Year);
    let annual = item
        .annual
        .filter(|annual| *annual != against)
        .map(|annual| format!("；年度考核对照{}", annual.label()))
        .unwrap_or_default();
    let name = indicator_name(item);
    match against {
        Against::Itself => format!("{name}×{points}{annual}"),
        Against::Average => format!("{name}÷{}×{points}{annual}", average_name(item)),
        other => format!("{name}÷{}×{points}{annual}", other.label()),
    }
}

fn weighted_part(part: &ScorePart) -> String {
    let weight =
        part.share.map_or_else(String::new, |weight| format!("×{}", share(weight.0)));
    format!("{}完成率{weight}", part.indicator.as_str())
}

fn average_name(item: &ScoreItem) -> String {
    let of = match item.average_of {
        Some(AverageOf::Group) => "同组单位",
        _ => "全部被考核单位",
    };
    match item.average {
        Some(AverageKind::Pooled) => format!("{of}的合计之比"),
        _ => format!("{of}各自之率的平均"),
    }
}

fn score(task: &Task) -> Worked {
    let Some(points) = task.item.points.map(|points| points.0) else {
        return undeclared("分值");
    };
    if !task.item.parts.is_empty() {
        return mixture(task, points);
    }
    let Some(operand) = Operand::of(task.item, task.context.annual) else {
        return undeclared("指标");
    };
    let mut sources = Sources::default();
    let (ratio, formula) = compared(task, &operand, &mut sources);
    Worked {
        score: ratio.and_then(|ratio| times(ratio, points)),
        formula: formula.sign("×").declared(points),
        sources,
    }
}

/// Several indicators, each with its share of the points.
fn mixture(task: &Task, points: Decimal) -> Worked {
    let mut sources = Sources::default();
    let mut sum: Score = Ok(Decimal::ZERO);
    let mut formulas = Vec::new();
    for part in &task.item.parts {
        let share = part.share.map_or(Decimal::ONE, |share| share.0);
        let (ratio, formula) = compared(task, &part_operand(task, part), &mut sources);
        sum = sum.and_then(|sum| Ok(sum + times(ratio?, share)?));
        formulas.push(formula.bracketed().sign("×").percent(share, 0));
    }
    let formula = Formula::joined(formulas, "＋").bracketed().sign("×").declared(points);
    Worked { score: sum.and_then(|sum| times(sum, points)), formula, sources }
}

fn part_operand<'a>(task: &Task<'a>, part: &'a ScorePart) -> Operand<'a> {
    let annual = task.item.annual.filter(|_| task.context.annual);
    Operand {
        indicator: &part.indicator,
        over: None,
        input: part.seen.unwrap_or(ScoreInput::Completion),
        against: annual.or(task.item.against).unwrap_or(Against::Year),
        curve: task.item.curve.as_ref(),
    }
}

/// Returns the ratio to multiply the points by, and its formula.
fn compared(task: &Task, operand: &Operand, sources: &mut Sources) -> (Score, Formula) {
    let is_targeted = matches!(operand.against, Against::Year | Against::Schedule);
    let input = if is_targeted { ScoreInput::Completion } else { operand.input };
    let operand = Operand { input, ..*operand };
    let Evaluated { number, is_share, formula, figures, demo } =
        operand.evaluate(task.context, &task.scope());
    sources.add(figures, demo);
    if operand.against != Against::Average {
        return (number, formula);
    }
    let kind = task.item.average.unwrap_or(AverageKind::Mean);
    let of = task.item.average_of.unwrap_or(AverageOf::Assessed);
    let mean = average(task.context, &operand, kind, of, task.subject);
    let dividend = if formula.tokens.len() > 1 { formula.bracketed() } else { formula };
    let formula = match &mean {
        Ok(mean) if is_share => dividend.sign("÷").percent(*mean, 2),
        Ok(mean) => dividend.sign("÷").number(*mean, 2),
        Err(_) => dividend,
    };
    let ratio = number.and_then(|number| divided(number, mean?, Unscored::ZeroAverage));
    (ratio, formula)
}
