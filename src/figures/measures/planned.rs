//! 年度计划投资: what is to be invested in the projects in the year, from the year's first day on.

use chrono::NaiveDate;

use crate::figures::facts::entry::{Entry, Evidence, Written};
use crate::figures::facts::fact::Fact;
use crate::figures::facts::source::Source;
use crate::figures::measures::{Addend, Measure};
use crate::figures::projects::counted::Counted;
use crate::figures::projects::event::Event;
use crate::figures::projects::filter::filtered;
use crate::model::dictionary::{Correctable, field};
use crate::model::plan::fact_kind::FactKind;
use crate::model::plan::indicator::MeasureKind;
use crate::model::record::project::{Project, YearPlan};
use crate::model::value::period::Period;

pub(super) const MEASURE: Measure = Measure {
    kind: MeasureKind::Planned,
    manual: "各项目本年计划完成的投资之和，从年初起全数计入",
    adds: Addend::Values,
    facts,
};

fn facts<'a>(source: &Source<'a, '_>) -> Vec<Fact<'a>> {
    let mut facts = Vec::new();
    for placed in filtered(source) {
        let project = placed.project;
        let counted = Counted::of(source, placed, false);
        let plans = project.year_plans.iter().enumerate();
        facts.extend(plans.filter_map(|(index, plan)| fact(&counted, index, plan)));
    }
    facts
}

fn fact<'a>(
    counted: &Counted<'a, '_>,
    index: usize,
    plan: &YearPlan,
) -> Option<Fact<'a>> {
    let year = i32::try_from(plan.year.0).ok()?;
    let event = Event {
        entry: Entry::item(field!(Project.year_plans), index),
        when: NaiveDate::from_ymd_opt(year, 1, 1)?,
        written: Written::Period(Box::new(Period::Year(year))),
        recorded: plan.amount.0,
        kind: FactKind::Report,
        known: plan.submitted,
        evidence: Evidence::Documents(&[]),
        vouched: None,
        contract: None,
    };
    Some(Fact { withdrawn: plan.is_withdrawn(), ..counted.fact(event) })
}
