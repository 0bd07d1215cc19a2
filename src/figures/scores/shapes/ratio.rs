//! 比率: what was done over what it is compared with, times the points (K08, K09, K17).

use rust_decimal::Decimal;

use crate::figures::scores::Score;
use crate::figures::scores::average::average;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::{INDICATOR_OR_PARTS, POINTS};
use crate::figures::scores::operand::{Evaluated, Operand, divided, times};
use crate::figures::scores::shapes::{Shape, named, undeclared};
use crate::figures::scores::work::Sources;
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{
    Against, AverageKind, AverageOf, Cause, ScoreInput, ScoreItem, ScorePart, ScoreShape,
};
use crate::words::number::{exact, share};

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Ratio,
    told,
    score,
    needs: &[INDICATOR_OR_PARTS, POINTS],
    is_bounded: |_| false,
    unknown: |_| Cause::ALL,
};

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
    let points = item.points.map_or_else(String::new, |points| exact(points.0));
    if !item.parts.is_empty() {
        let part = |part: &ScorePart| {
            let weight =
                part.share.map_or_else(String::new, |one| format!("×{}", share(one.0)));
            format!("{}完成率{weight}", part.indicator.as_str())
        };
        let parts: Vec<String> = item.parts.iter().map(part).collect();
        return format!("（{}）×{points}", parts.join("＋"));
    }
    let against = item.against.unwrap_or(Against::Year);
    let annual = item.annual.filter(|annual| *annual != against);
    let annual = annual
        .map(|annual| format!("；年度考核对照{}", annual.label()))
        .unwrap_or_default();
    let own = named(item);
    match against {
        Against::Itself => format!("{own}×{points}{annual}"),
        Against::Average => format!("{own}÷{}×{points}{annual}", averaged(item)),
        other => format!("{own}÷{}×{points}{annual}", other.label()),
    }
}

fn score(task: &Task) -> Worked {
    let Some(points) = task.item.points.map(|points| points.0) else {
        return undeclared("分值");
    };
    if !task.item.parts.is_empty() {
        return mixture(task, points);
    }
    let Some(look) = Operand::of(task.item, task.context.annual) else {
        return undeclared("指标");
    };
    let mut sources = Sources::default();
    let (number, formula) = compared(task, &look, &mut sources);
    let formula = formula.sign("×").declared(points);
    Worked { score: number.and_then(|number| times(number, points)), formula, sources }
}

/// The average that is compared with, in words.
fn averaged(item: &ScoreItem) -> String {
    let of = match item.average_of {
        Some(AverageOf::Group) => "同组单位",
        _ => "全部被考核单位",
    };
    match item.average {
        Some(AverageKind::Pooled) => format!("{of}的合计之比"),
        _ => format!("{of}各自之率的平均"),
    }
}

/// Several indicators, each with its share of the points.
fn mixture(task: &Task, points: Decimal) -> Worked {
    let mut sources = Sources::default();
    let mut sum: Score = Ok(Decimal::ZERO);
    let mut formulas = Vec::new();
    for part in &task.item.parts {
        let share = part.share.map_or(Decimal::ONE, |share| share.0);
        let (number, formula) = compared(task, &part_look(task, part), &mut sources);
        sum = sum.and_then(|sum| Ok(sum + times(number?, share)?));
        formulas.push(formula.bracketed().sign("×").percent(share, 0));
    }
    let formula = Formula::joined(formulas, "＋").bracketed().sign("×").declared(points);
    Worked { score: sum.and_then(|sum| times(sum, points)), formula, sources }
}

fn part_look<'a>(task: &Task<'a>, part: &'a ScorePart) -> Operand<'a> {
    let own = task.item.annual.filter(|_| task.context.annual);
    Operand {
        indicator: &part.indicator,
        over: None,
        seen: part.seen.unwrap_or(ScoreInput::Completion),
        against: own.or(task.item.against).unwrap_or(Against::Year),
        curve: task.item.curve.as_ref(),
    }
}

/// The ratio that the points are multiplied with.
fn compared(task: &Task, look: &Operand, sources: &mut Sources) -> (Score, Formula) {
    let targeted = matches!(look.against, Against::Year | Against::Schedule);
    let seen = if targeted { ScoreInput::Completion } else { look.seen };
    let look = Operand { seen, ..*look };
    let scope = Scope::Unit(task.subject.unit.clone());
    let Evaluated { number, is_share, formula, figures, demo } =
        look.see(task.context, &scope);
    sources.add(figures, demo);
    if look.against != Against::Average {
        return (number, formula);
    }
    let item = task.item;
    let kind = item.average.unwrap_or(AverageKind::Mean);
    let of = item.average_of.unwrap_or(AverageOf::Assessed);
    let mean = average(task.context, &look, kind, of, task.subject);
    let own = if formula.tokens.len() > 1 { formula.bracketed() } else { formula };
    let formula = match &mean {
        Ok(mean) if is_share => own.sign("÷").percent(*mean, 2),
        Ok(mean) => own.sign("÷").number(*mean, 2),
        Err(_) => own,
    };
    let ratio = number.and_then(|number| divided(number, mean?, "平均值为零"));
    (ratio, formula)
}
