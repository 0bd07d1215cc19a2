//! 扣分: the points less what is missing, by the lapses recorded or by an indicator's number (K28).

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::needs::{Need, POINTS};
use crate::figures::scores::operand::times;
use crate::figures::scores::records::lapses;
use crate::figures::scores::shapes::{Shape, looked, seen, tally, undeclared};
use crate::figures::scores::work::SourceRecord;
use crate::figures::scores::work::Sources;
use crate::figures::scores::work::Task;
use crate::figures::scores::work::Worked;
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Deduction,
    told,
    score,
    needs: &[EACH_OR_PARTS, POINTS],
    is_bounded: |_| true,
    unknown,
};

const EACH_OR_PARTS: Need = Need {
    label: "“每项”或“成分”",
    is_given: |item| item.each.is_some() || !item.parts.is_empty(),
};

/// What is counted in records of what is lacking is always known.
fn unknown(item: &ScoreItem) -> &'static [Cause] {
    let is_by_records = item.indicator.is_none() && item.parts.is_empty();
    if is_by_records { &[] } else { Cause::ALL }
}

/// How the score comes about.
fn told(item: &ScoreItem) -> String {
    let points = item.points.map_or_else(String::new, |points| exact(points.0));
    let each = item.each.map(|each| match &item.indicator {
        Some(_) => format!("{}每一个扣{}", looked(item), exact(each.0)),
        None => format!("每缺一项扣{}", exact(each.0)),
    });
    let parts = item.parts.iter().map(tally::each);
    let all: Vec<String> = each.into_iter().chain(parts).collect();
    format!("{points}分起，{}", all.join("，"))
}

fn score(task: &Task) -> Worked {
    let item = task.item;
    let points = item.full();
    let mut sources = Sources::default();
    let mut taken: Vec<(Decimal, Decimal)> = Vec::new();
    for part in &item.parts {
        match tally::count(task, part, &mut sources) {
            Ok(count) => {
                taken.push((count, part.each.map_or(Decimal::ONE, |each| each.0.abs())));
            }
            Err(reason) => {
                return Worked { score: Err(reason), formula: Formula::new(), sources };
            }
        }
    }
    let each = item.each.map(|each| each.0.abs());
    match (item.indicator.is_some(), each) {
        (true, Some(each)) => match by_indicator(task, &mut sources) {
            Ok(count) => taken.push((count, each)),
            Err(worked) => return worked,
        },
        (false, Some(each)) => taken.push((by_lapses(task, each, &mut sources), each)),
        (_, None) if taken.is_empty() => return undeclared("每项"),
        (_, None) => {}
    }
    let mut formula = Formula::new().declared(points);
    let mut score = Ok(points);
    for (count, each) in taken {
        score = score.and_then(|score| Ok(score - times(count, each)?));
        formula = formula.sign("－").number(count, 0).sign("×").declared(each);
    }
    Worked { score, formula, sources }
}

fn by_indicator(task: &Task, sources: &mut Sources) -> Result<Decimal, Worked> {
    let evaluated = seen(task)?;
    let number = evaluated.conditioned();
    sources.add(evaluated.figures, evaluated.demo);
    number.map_err(|reason| Worked {
        score: Err(reason),
        formula: Formula::new(),
        sources: sources.clone(),
    })
}

fn by_lapses(task: &Task, each: Decimal, sources: &mut Sources) -> Decimal {
    let mut count = Decimal::ZERO;
    for placed in lapses(task.context, task.item, task.subject) {
        let lapse = placed.record;
        let number = Decimal::from(lapse.count());
        count += number;
        sources.demo |= lapse.demo.is_some_and(|flag| flag.0);
        sources.records.push(SourceRecord {
            name: lapse.subject.clone(),
            project: None,
            place: format!("{} 缺项 第{}项", placed.path, placed.at + 1),
            when: lapse.date.to_string(),
            amount: None,
            share: Decimal::ONE,
            points: -(number * each),
            note: String::new(),
            evidence: Vec::new(),
            counted: true,
        });
    }
    count
}
