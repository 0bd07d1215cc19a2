//! 扣分: the points less what is missing, by the lapses recorded or by an indicator's number (K28).

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::inputs::{
    Count, count, evaluated, input_name, part_words, undeclared,
};
use crate::figures::scores::needs::{Need, POINTS};
use crate::figures::scores::records::lapses;
use crate::figures::scores::score::times;
use crate::figures::scores::work::{Shape, SourceRecord, Sources, Task, Worked};
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Deduction,
    manual,
    score,
    needs: &[EACH_OR_PARTS, POINTS],
    is_bounded: |_| true,
    unknown,
};

const EACH_OR_PARTS: Need = Need {
    label: "“每项”或“成分”",
    is_given: |item| {
        item.each.is_some() || item.each_within.is_some() || !item.parts.is_empty()
    },
};

/// What is counted in records of what is lacking is always known.
fn unknown(item: &ScoreItem) -> &'static [Cause] {
    let is_by_records = item.indicator.is_none() && item.parts.is_empty();
    if is_by_records { &[] } else { Cause::ALL }
}

fn manual(item: &ScoreItem) -> String {
    let points = item.points.map_or_else(String::new, |points| exact(points.0));
    let each = item.each.map(|each| match &item.indicator {
        Some(_) => format!("{}每一个扣{}", input_name(item), exact(each.0)),
        None => format!("每缺一项扣{}", exact(each.0)),
    });
    let within =
        item.each_within.as_ref().map(|points| format!("每项扣的分{points}，逐项评定"));
    let parts = item.parts.iter().map(part_words);
    let deductions: Vec<String> = each.into_iter().chain(within).chain(parts).collect();
    format!("{points}分起，{}", deductions.join("，"))
}

fn score(task: &Task) -> Worked {
    let item = task.item;
    let mut sources = Sources::default();
    let deductions = match deductions(task, &mut sources) {
        Ok(deductions) => deductions,
        Err(worked) => return worked,
    };
    let mut formula = Formula::new().declared(item.full());
    let mut score = Ok(item.full());
    for ((count, printed), each) in deductions {
        score = score.and_then(|score| Ok(score - times(count, each)?));
        formula = formula.sign("－").then(printed).sign("×").declared(each);
    }
    Worked { score, formula, sources }
}

/// Returns the deductions: the number of times, and the points each time.
fn deductions(
    task: &Task,
    sources: &mut Sources,
) -> Result<Vec<(Count, Decimal)>, Worked> {
    let item = task.item;
    let mut deductions = Vec::new();
    for part in &item.parts {
        let count = count(task, part, sources)
            .map_err(|reason| Worked::without_score(reason, sources.clone()))?;
        deductions.push((count, part.each.map_or(Decimal::ONE, |each| each.0.abs())));
    }
    match item.each.map(|each| each.0.abs()) {
        Some(each) if item.indicator.is_some() => {
            deductions.push((counted(by_indicator(task, sources)?), each));
        }
        None if item.indicator.is_some() && deductions.is_empty() => {
            return Err(undeclared("每项"));
        }
        each => deductions.extend(by_lapses(task, each, sources)),
    }
    Ok(deductions)
}

fn by_indicator(task: &Task, sources: &mut Sources) -> Result<Decimal, Worked> {
    let evaluated = evaluated(task)?;
    let number = evaluated.conditioned();
    sources.add(evaluated.figures, evaluated.demo);
    number.map_err(|reason| Worked::without_score(reason, sources.clone()))
}

/// Returns the lapses by the points that each of them takes, in the order in which they were found.
fn by_lapses(
    task: &Task,
    usual: Option<Decimal>,
    sources: &mut Sources,
) -> Vec<(Count, Decimal)> {
    let mut counts: Vec<(Decimal, Decimal)> =
        usual.map(|each| (Decimal::ZERO, each)).into_iter().collect();
    for placed in lapses(task.context, task.item, task.subject) {
        let lapse = &placed.record;
        let count = Decimal::from(lapse.count());
        let own = lapse.points.map(|points| points.0.abs());
        let Some(each) = own.or(usual) else { continue };
        match counts.iter_mut().find(|(_, points)| *points == each) {
            Some((sum, _)) => *sum += count,
            None => counts.push((count, each)),
        }
        sources.demo |= lapse.demo.is_some_and(|flag| flag.0);
        sources.records.push(SourceRecord {
            name: lapse.subject.clone(),
            project: None,
            file: placed.path,
            at: Some(("缺项", placed.at)),
            when: lapse.date.to_string(),
            amount: None,
            share: Decimal::ONE,
            points: -(count * each),
            note: String::new(),
            evidence: Vec::new(),
            counted: true,
        });
    }
    counts.into_iter().map(|(count, each)| (counted(count), each)).collect()
}

fn counted(count: Decimal) -> Count {
    (count, Formula::new().number(count, 0))
}
