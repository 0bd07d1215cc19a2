//! 取分: the mean of totals of another assessment, of the unit or of those that it answers for, in
//! this period or over the periods that it consists of.

use rust_decimal::Decimal;

use crate::figures::scores::formula::Formula;
use crate::figures::scores::inputs::undeclared;
use crate::figures::scores::needs::{Need, POINTS};
use crate::figures::scores::score::{Unscored, divided, times};
use crate::figures::scores::total::full_marks;
use crate::figures::scores::work::{Shape, Sources, Task, Worked};
use crate::model::book::figure_id::FigureId;
use crate::model::book::scope::Scope;
use crate::model::plan::assessment::Assessment;
use crate::model::plan::assessment::score_item::{Cause, ScoreItem, ScoreShape};
use crate::model::plan::assessment::series::Series;
use crate::model::value::period::Period;
use crate::model::value::reference::UnitRef;
use crate::words::number::exact;

pub(super) const SHAPE: Shape = Shape {
    kind: ScoreShape::Scores,
    manual,
    score,
    needs: &[SOURCE, POINTS],
    is_bounded: |_| false,
    unknown: |_| &[Cause::NoData],
};

const SOURCE: Need =
    Need { label: "“考核”", is_given: |item| item.source.is_some() };

fn manual(item: &ScoreItem) -> String {
    let whose =
        if item.answering.is_empty() { "本单位" } else { "所负责各单位" };
    let when = item.every.map(|series| format!("各{}", series.label()));
    let points = item.points.map_or_else(String::new, |points| exact(points.0));
    let when = when.unwrap_or_default();
    format!("{whose}{when}的得分的平均÷满分×{points}")
}

fn score(task: &Task) -> Worked {
    let (Some(source), Some(points)) = (&task.item.source, task.item.points) else {
        return undeclared("考核");
    };
    let plan = task.context.plan;
    let named = plan.assessments.iter().position(|one| one.id == *source);
    let Some(at) = named else { return undeclared("考核") };
    let taken = match totals(task, at) {
        Ok(taken) => taken,
        Err(worked) => return worked,
    };
    let full = full_marks(&plan.assessments[at]);
    let count = Decimal::from(taken.totals.len());
    let terms = taken.totals.iter().map(|total| Formula::new().declared(*total));
    let sum = Formula::joined(terms, "＋");
    let mean = if taken.totals.len() > 1 {
        sum.bracketed().sign("÷").declared(count)
    } else {
        sum
    };
    let formula = mean.sign("÷").declared(full).sign("×").declared(points.0);
    let sum: Decimal = taken.totals.iter().sum();
    let score = divided(sum, count, Unscored::NothingAveraged)
        .and_then(|mean| divided(mean, full, Unscored::ZeroFullMarks))
        .and_then(|part| times(part, points.0));
    Worked { score, formula, sources: taken.sources }
}

/// The totals that are averaged.
struct Taken {
    totals: Vec<Decimal>,
    sources: Sources,
}

/// Returns the totals of every unit and period; the error says which is unknown.
fn totals(task: &Task, at: usize) -> Result<Taken, Worked> {
    let context = task.context;
    let assessment = &context.plan.assessments[at];
    let Some(periods) = periods(task, assessment, at) else {
        return Err(undeclared("各期"));
    };
    let mut taken = Taken { totals: Vec::new(), sources: Sources::default() };
    for period in periods {
        let scores = context.totals_of(at, &period);
        for unit in units(task) {
            let own = scores.iter().find(|score| score.unit == unit);
            if *context.period == period {
                let scope = Scope::Unit(unit.clone());
                let id = FigureId::Score(assessment.id.clone(), scope);
                taken.sources.add(vec![id], own.is_some_and(|score| score.demo));
            }
            taken.sources.demo |= own.is_some_and(|score| score.demo);
            match own.map(|score| &score.total) {
                Some(Ok(total)) => taken.totals.push(*total),
                Some(Err(reason)) => {
                    let reason = Box::new(reason.clone());
                    let reason = Unscored::Item(assessment.name.clone(), reason);
                    return Err(Worked::without_score(reason, taken.sources));
                }
                None => {
                    let reason = Unscored::NoFigure(assessment.name.clone());
                    return Err(Worked::without_score(reason, taken.sources));
                }
            }
        }
    }
    Ok(taken)
}

/// Returns the periods to average over; `None` if the plan asks for what would lead back to itself,
/// or for periods that the other assessment is not computed for.
fn periods(task: &Task, source: &Assessment, at: usize) -> Option<Vec<Period>> {
    let context = task.context;
    let periods = match task.item.every {
        Some(series) => series.within(context.period),
        None => vec![context.period.clone()],
    };
    let is_earlier = task.item.every.is_some() || at < context.position;
    let is_computed = |period: &Period| {
        source.series.is_empty() || source.series.contains(&Series::of(period))
    };
    (is_earlier && !periods.is_empty() && periods.iter().all(is_computed))
        .then_some(periods)
}

/// Returns the ids of the units whose totals are taken.
fn units(task: &Task) -> Vec<String> {
    let (book, own) = (task.context.book(), &task.subject.unit);
    let id = |unit: &UnitRef| {
        book.unit(unit).map_or(unit.as_str().to_owned(), |unit| unit.id.to_string())
    };
    if task.item.answering.is_empty() {
        return vec![own.clone()];
    }
    let mut answering = task.item.answering.iter();
    let found = answering.find(|one| id(&one.unit) == *own);
    found.map_or(Vec::new(), |one| one.of.iter().map(id).collect())
}
