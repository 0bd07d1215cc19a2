//! Grades: by total, rank and gates, or given regardless of the score.

use rust_decimal::Decimal;

use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::item::ItemScore;
use crate::figures::scores::operand::gate::passage;
use crate::figures::scores::unit::{GradeReached, Lowered, UnitScore};
use crate::model::plan::assessment::{Assessment, Grade};

/// Gives every ranked unit its grade.
pub fn grade(context: &Context, units: &mut [UnitScore]) {
    for unit in units.iter_mut().filter(|unit| unit.veto.is_none()) {
        let (of, group) = (unit.unit.clone(), unit.group.clone());
        let subject = Subject { unit: of, group, gone: None };
        unit.grade = promoted(context, &subject).or_else(|| {
            let at = earned(context, unit, &subject)?;
            let (at, lowered) = lowered(context, unit, at);
            unit.lowered = lowered;
            Some(reached(context.assessment.grades.get(at?)?, None))
        });
    }
}

fn promoted(context: &Context, subject: &Subject) -> Option<GradeReached> {
    let rules = context.assessment.promotions.iter().enumerate();
    let mut open =
        rules.filter(|(_, rule)| passage(context, &rule.condition, subject).open);
    let (at, rule) = open.next()?;
    let grade = context.assessment.grades.iter().find(|grade| grade.id == rule.grade)?;
    Some(reached(grade, Some(at)))
}

/// Returns the position of the grade that a unit's total reaches.
fn earned(context: &Context, unit: &UnitScore, subject: &Subject) -> Option<usize> {
    let total = *unit.total.as_ref().ok()?;
    let rank = Decimal::from(unit.rank?);
    context.assessment.grades.iter().position(|grade| {
        grade.total.contains(total)
            && grade.rank.as_ref().is_none_or(|ranks| ranks.contains(rank))
            && grade.gates.iter().all(|gate| passage(context, gate, subject).open)
    })
}

/// Returns the position of the grade after the items that failed have lowered it; none if they
/// leave no grade.
fn lowered(
    context: &Context,
    unit: &UnitScore,
    at: usize,
) -> (Option<usize>, Option<Lowered>) {
    let Assessment { items, grades, lowered, .. } = context.assessment;
    let is_failed = |item: &ItemScore| {
        let passing = items[item.item].passing.as_ref();
        passing
            .zip(item.score.as_ref().ok())
            .is_some_and(|(passing, score)| !item.excluded && !passing.contains(*score))
    };
    let failed: Vec<usize> =
        unit.items.iter().filter(|item| is_failed(item)).map(|item| item.item).collect();
    let count = Decimal::from(failed.len());
    let Some(rule) = lowered.iter().position(|rule| rule.failed.contains(count)) else {
        return (Some(at), None);
    };
    let to = lowered[rule].by.map(|by| at + by.0 as usize);
    let from = grades[at].name.clone();
    (to.filter(|to| *to < grades.len()), Some(Lowered { from, failed, rule }))
}

fn reached(grade: &Grade, promoted: Option<usize>) -> GradeReached {
    GradeReached { id: grade.id.to_string(), name: grade.name.clone(), promoted }
}
