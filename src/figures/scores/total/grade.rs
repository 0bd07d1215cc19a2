//! Grades: by total, rank and gates, or given regardless of the score.

use rust_decimal::Decimal;

use crate::figures::scores::context::{Context, Subject};
use crate::figures::scores::operand::gate::passage;
use crate::figures::scores::unit::{GradeReached, UnitScore};
use crate::model::plan::assessment::Grade;

/// Gives every ranked unit its grade.
pub fn grade(context: &Context, units: &mut [UnitScore]) {
    for unit in units.iter_mut().filter(|unit| unit.veto.is_none()) {
        let (of, group) = (unit.unit.clone(), unit.group.clone());
        let subject = Subject { unit: of, group, gone: None };
        unit.grade =
            promoted(context, &subject).or_else(|| earned(context, unit, &subject));
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

fn earned(
    context: &Context,
    unit: &UnitScore,
    subject: &Subject,
) -> Option<GradeReached> {
    let total = *unit.total.as_ref().ok()?;
    let rank = Decimal::from(unit.rank?);
    let grade = context.assessment.grades.iter().find(|grade| {
        grade.total.contains(total)
            && grade.rank.as_ref().is_none_or(|ranks| ranks.contains(rank))
            && grade.gates.iter().all(|gate| passage(context, gate, subject).open)
    })?;
    Some(reached(grade, None))
}

fn reached(grade: &Grade, promoted: Option<usize>) -> GradeReached {
    GradeReached { id: grade.id.to_string(), name: grade.name.clone(), promoted }
}
