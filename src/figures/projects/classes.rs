//! Classes of investors and the lists that they are on, as far as an indicator asks for them.

use chrono::{Datelike, NaiveDate};

use crate::figures::facts::activities::admits;
use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::source::Source;
use crate::figures::projects::placed::Placed;
use crate::model::plan::assessment::grade::ListRule;
use crate::model::plan::indicator::filter::Filter;
use crate::model::plan::{ClassDay, Plan};
use crate::model::record::project::{Listing, Project};
use crate::model::record::relation::Relation;
use crate::model::record::version::Version;

/// Returns whether the investor is of the class asked for, in the course of time: for a project that
/// changed and an event of it with its contract. Whether a class counts that the investor got later
/// is the plan's word.
pub(super) fn classed(
    source: &Source,
    placed: Placed,
    signed: NaiveDate,
) -> Box<[(Knowledge, bool)]> {
    let Source { plan, indicator, .. } = *source;
    let asked = indicator.filter.as_ref();
    let asked = asked.filter(|one| !one.classes.is_empty() || !one.listings.is_empty());
    let Some(filter) = asked.filter(|_| !placed.versions.is_empty()) else {
        return Box::default();
    };
    let then = |version: &Version<Project>| {
        let since = version.validity.days.from.map_or(Knowledge::ALWAYS, |happened| {
            Knowledge { happened, ..Knowledge::ALWAYS }
        });
        (since, is_classed(plan, filter, &version.record))
    };
    match plan.class_day.unwrap_or(ClassDay::Signing) {
        ClassDay::End => placed.course().map(then).collect(),
        ClassDay::Signing => {
            let mut course = placed.course();
            let at_signing = course.find(|version| version.validity.days.holds(signed));
            let is_classed = at_signing
                .is_some_and(|version| is_classed(plan, filter, &version.record));
            Box::new([(Knowledge::ALWAYS, is_classed)])
        }
    }
}

/// Returns whether the investor is of a class and on a list that a filter asks for.
pub(super) fn is_classed(plan: &Plan, filter: &Filter, project: &Project) -> bool {
    let mut lists = filter.listings.iter();
    admits(&filter.classes, &project.investor.classes)
        && (filter.listings.is_empty()
            || lists.any(|list| is_listed(plan, project, list)))
}

/// Returns whether the investor is on a list by its rules on the day of signing (D47–D51).
fn is_listed(plan: &Plan, project: &Project, name: &str) -> bool {
    let rule = plan.lists.iter().find(|rule| rule.name == name);
    let signed = project.first_formal().map(|contract| contract.signed);
    project.investor.listings.iter().any(|listing| {
        listing.list == name
            && rule.is_none_or(|rule| {
                counts(rule, listing, signed) && !is_excluded(rule, project)
            })
    })
}

fn counts(rule: &ListRule, listing: &Listing, signed: Option<NaiveDate>) -> bool {
    let relation = listing.relation.unwrap_or(Relation::Own);
    let is_related = rule.relations.is_empty() || rule.relations.contains(&relation);
    let is_in_force = match (rule.years, listing.year, listing.valid, signed) {
        (Some(years), Some(year), _, Some(day)) => {
            let back = day.year() - year.0 as i32;
            (0..=years.0 as i32).contains(&back)
        }
        (_, _, Some(valid), Some(day)) => valid.contains(day),
        (Some(_), ..) => false,
        _ => true,
    };
    is_related && is_in_force
}

/// Returns whether the list excludes the investor's seat; an unknown seat is not excluded.
fn is_excluded(rule: &ListRule, project: &Project) -> bool {
    let seat = project.investor.seat.as_deref().unwrap_or_default();
    rule.seats.iter().any(|place| seat.starts_with(place.as_str()))
}
