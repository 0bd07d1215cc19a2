//! 评分: the mean of the marks given, by each party with its weight where the plan declares parties.

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::POINTS;
use crate::figures::scores::operand::divided;
use crate::figures::scores::records::{Placed, marks};
use crate::figures::scores::shapes::Shape;
use crate::figures::scores::work::SourceRecord;
use crate::figures::scores::work::Sources;
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::figures::scores::{Score, Unscored};
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};
use crate::model::record::marks::Mark;
use crate::words::number::share;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Judged,
    told,
    score,
    needs: &[POINTS],
    is_bounded: |_| false,
    unknown: |_| &[Cause::NoData],
};

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
    let judges: Vec<String> = item
        .judges
        .iter()
        .map(|judge| format!("{}{}", judge.name, share(judge.share.0)))
        .collect();
    if judges.is_empty() {
        "各份评分的平均".to_owned()
    } else {
        format!("各方评分平均后按权相加：{}", judges.join("、"))
    }
}

fn score(task: &Task) -> Worked {
    let marks = marks(task.context, task.item, task.subject);
    let sources = sources(&marks);
    if marks.is_empty() {
        let reason = Unscored::new(Cause::NoData, "没有评分");
        return Worked { sources, ..Worked::unknown(reason) };
    }
    let (score, formula) = if task.item.judges.is_empty() {
        mean(&marks.iter().map(|placed| placed.record).collect::<Vec<_>>())
    } else {
        weighted(task, &marks)
    };
    Worked { score, formula, sources }
}

fn mean(marks: &[&Mark]) -> (Score, Formula) {
    let parts = marks.iter().map(|mark| Formula::new().declared(mark.points.0));
    let formula = Formula::joined(parts, "＋");
    let sum: Decimal = marks.iter().map(|mark| mark.points.0).sum();
    let formula = match marks.len() {
        0 | 1 => formula,
        count => formula.bracketed().sign("÷").declared(Decimal::from(count)),
    };
    (divided(sum, Decimal::from(marks.len()), "没有评分"), formula)
}

/// Each party's mean with its weight; a party that gave no mark leaves the score unknown.
fn weighted(task: &Task, marks: &[Placed<&Mark>]) -> (Score, Formula) {
    let mut sum: Score = Ok(Decimal::ZERO);
    let mut formulas = Vec::new();
    for judge in &task.item.judges {
        let own: Vec<&Mark> = marks
            .iter()
            .map(|placed| placed.record)
            .filter(|mark| mark.judge.as_deref() == Some(judge.name.as_str()))
            .collect();
        if own.is_empty() {
            let words = format!("{}没有评分", judge.name);
            return (Err(Unscored::new(Cause::NoData, words)), Formula::new());
        }
        let (mean, formula) = mean(&own);
        sum = sum.and_then(|sum| Ok(sum + mean? * judge.share.0));
        formulas.push(formula.sign("×").percent(judge.share.0, 0));
    }
    (sum, Formula::joined(formulas, "＋"))
}

/// The marks as records.
pub(super) fn sources(marks: &[Placed<&Mark>]) -> Sources {
    let record = |placed: &Placed<&Mark>| SourceRecord {
        name: placed.record.judge.clone().unwrap_or_else(|| "评分".to_owned()),
        project: None,
        place: format!("{} 评分 第{}项", placed.path, placed.at + 1),
        when: placed.record.period.to_string(),
        amount: None,
        share: Decimal::ONE,
        points: placed.record.points.0,
        note: String::new(),
        evidence: placed.record.evidence.clone(),
        counted: true,
    };
    let demo = marks.iter().any(|placed| placed.record.demo.is_some_and(|flag| flag.0));
    Sources { figures: Vec::new(), records: marks.iter().map(record).collect(), demo }
}
