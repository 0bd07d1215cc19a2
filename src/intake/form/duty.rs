//! Which duties of a plan a form keeps.

use crate::intake::form::tables::Target;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::duty::Duty;
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::Indicator;
use crate::model::value::period::Period;

/// Returns the plan that a period is under: the last that covers its end.
pub fn plan_of<'a>(book: &'a Book, period: &Period) -> Option<&'a Plan> {
    let plans = book.plans.iter().map(|plan| plan.record.as_ref());
    plans.filter(|plan: &&Plan| plan.span.contains(period.end())).last()
}

/// Returns the duties that what a form records keeps, for totals those of an indicator, or of any
/// where none is named.
pub fn duties<'a>(
    plan: &'a Plan,
    target: Target,
    indicator: Option<&'a Indicator>,
) -> impl Iterator<Item = &'a Duty> {
    let kind = match target {
        Target::Project | Target::Contract => Some(FactKind::Contract),
        Target::Start => Some(FactKind::Stage),
        Target::Funds => Some(FactKind::Funds),
        Target::Total => None,
    };
    let is_of = move |duty: &&Duty| match (kind, indicator) {
        (Some(kind), _) => duty.facts.contains(&kind),
        (None, Some(one)) => {
            duty.indicators.iter().any(|own| one.is_called(own.as_str()))
        }
        (None, None) => !duty.indicators.is_empty(),
    };
    plan.duties.iter().filter(is_of)
}
