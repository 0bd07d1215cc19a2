//! 计次: so much for each time or thing, added up over several indicators.

use rust_decimal::Decimal;

use crate::figures::scores::Score;
use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::Need;
use crate::figures::scores::operand::{Operand, times};
use crate::figures::scores::shapes::{Shape, undeclared};
use crate::figures::scores::work::Sources;
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::score_item::{
    Against, Cause, ScoreInput, ScoreItem, ScorePart, ScoreShape,
};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Tally,
    told,
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

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
    item.parts.iter().map(each).collect::<Vec<_>>().join("；")
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
        match counted.and_then(|count| Ok((count, times(count, each)?))) {
            Ok((count, points)) => {
                sum += points;
                let each = Formula::new().declared(each);
                let each = if part.each.is_some_and(|each| each.0.is_sign_negative()) {
                    each.bracketed()
                } else {
                    each
                };
                formulas.push(Formula::new().number(count, 0).sign("×").then(each));
            }
            Err(reason) => {
                return Worked { score: Err(reason), formula: Formula::new(), sources };
            }
        }
    }
    Worked { score: Ok(sum), formula: Formula::joined(formulas, "＋"), sources }
}

/// What each time or thing gives, in words.
pub(super) fn each(part: &ScorePart) -> String {
    let seen = match part.seen {
        Some(ScoreInput::Shortfall) => "每差一个",
        _ => "每一个",
    };
    let points = part.each.map_or_else(String::new, |each| exact(each.0));
    format!("{}{seen}{points}分", part.indicator.as_str())
}

/// How often: the value of the part's indicator, or what it falls short of its target by.
pub(super) fn count(task: &Task, part: &ScorePart, sources: &mut Sources) -> Score {
    let look = Operand {
        indicator: &part.indicator,
        over: None,
        seen: part.seen.unwrap_or(ScoreInput::Value),
        against: Against::Year,
        curve: None,
    };
    let evaluated = look.see(task.context, &Scope::Unit(task.subject.unit.clone()));
    let number = evaluated.conditioned();
    sources.add(evaluated.figures, evaluated.demo);
    number
}
