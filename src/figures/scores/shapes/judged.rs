//! 评分: the mean of the marks given, by each party with its weight where the plan declares parties.

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::POINTS;
use crate::figures::scores::records::{Placed, mark_sources, marks};
use crate::figures::scores::score::{Score, Unscored, divided};
use crate::figures::scores::work::{Shape, Task, Worked};
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};
use crate::model::record::marks::Mark;
use crate::words::number::share;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Judged,
    manual,
    score,
    needs: &[POINTS],
    is_bounded: |_| false,
    unknown: |_| &[Cause::NoData],
};

fn manual(item: &ScoreItem) -> String {
    if item.judges.is_empty() {
        return "各份评分的平均".to_owned();
    }
    let judges: Vec<String> = item
        .judges
        .iter()
        .map(|judge| format!("{}{}", judge.name, share(judge.share.0)))
        .collect();
    format!("各方评分平均后按权相加：{}", judges.join("、"))
}

fn score(task: &Task) -> Worked {
    let marks = marks(task.context, task.item, task.subject);
    let sources = mark_sources(&marks);
    if marks.is_empty() {
        return Worked { sources, ..Worked::unknown(Unscored::NoMark(None)) };
    }
    let (score, formula) = if task.item.judges.is_empty() {
        mean(marks.iter().map(|placed| &placed.record))
    } else {
        weighted(task, &marks)
    };
    Worked { score, formula, sources }
}

fn mean<'a>(marks: impl Iterator<Item = &'a Mark>) -> (Score, Formula) {
    let points: Vec<Decimal> = marks.map(|mark| mark.points.0).collect();
    let count = Decimal::from(points.len());
    let terms = points.iter().map(|points| Formula::new().declared(*points));
    let sum = Formula::joined(terms, "＋");
    let formula =
        if points.len() > 1 { sum.bracketed().sign("÷").declared(count) } else { sum };
    (divided(points.iter().sum(), count, Unscored::NoMark(None)), formula)
}

/// Returns the mean of each party with its weight; the score is unknown if a party gave no mark.
fn weighted(task: &Task, marks: &[Placed<Mark>]) -> (Score, Formula) {
    let mut sum: Score = Ok(Decimal::ZERO);
    let mut formulas = Vec::new();
    for judge in &task.item.judges {
        let mut given = marks
            .iter()
            .map(|placed| &placed.record)
            .filter(|mark| mark.judge.as_deref() == Some(judge.name.as_str()))
            .peekable();
        if given.peek().is_none() {
            let reason = Unscored::NoMark(Some(judge.name.clone()));
            return (Err(reason), Formula::new());
        }
        let (mean, formula) = mean(given);
        sum = sum.and_then(|sum| Ok(sum + mean? * judge.share.0));
        formulas.push(formula.sign("×").percent(judge.share.0, 0));
    }
    (sum, Formula::joined(formulas, "＋"))
}
