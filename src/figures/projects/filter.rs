//! Filters over projects: which ones an indicator is about.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::figures::facts::activities::admits;
use crate::figures::facts::knowledge::Knowledge;
use crate::figures::facts::source::Source;
use crate::figures::projects::classes::is_classed;
use crate::figures::projects::convert::converted;
use crate::figures::projects::placed::Placed;
use crate::figures::projects::signed::signed;
use crate::figures::projects::worth::worth;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::assessment::grade::{Grade, GradeRule};
use crate::model::plan::indicator::filter::Filter;
use crate::model::plan::indicator::project_amount::ProjectAmount;
use crate::model::record::project::Project;
use crate::model::record::version::each;
use crate::model::value::amount::Money;
use crate::model::value::quantity::{Base, Quantity};
use crate::model::value::reference::EventRef;
use crate::model::value::share::Share;

/// Returns the versions of projects that pass the indicator's filter, except those with facts that
/// are taken over.
pub(in crate::figures) fn filtered<'a>(
    source: &Source<'a, '_>,
) -> impl Iterator<Item = Placed<'a>> {
    let Source { book, plan, indicator, shared, .. } = *source;
    (book.projects.iter().enumerate())
        .filter(move |(at, _)| shared.is_none_or(|shared| shared[*at].is_none()))
        .flat_map(move |(at, filed)| {
            let versions = book.project_versions(at);
            each(&*filed.record, versions).map(move |(project, validity)| Placed {
                at,
                project,
                validity,
                versions,
            })
        })
        .filter(move |placed| {
            let filter = indicator.filter.as_ref();
            filter.is_none_or(|filter| {
                passes(book, filter, placed.project)
                    // Of what class a project was that changed, each fact asks for itself.
                    && (!placed.versions.is_empty()
                        || is_classed(plan, filter, placed.project))
                    && is_registered(plan, filter, placed.project)
            })
        })
}

/// Returns whether a project meets the conditions of a filter that do not depend on time.
fn passes(book: &Book, filter: &Filter, project: &Project) -> bool {
    admits(&filter.origins, [&project.origin])
        && (filter.regions.is_empty() || in_region(book, filter, project))
        && admits(&filter.channels, &project.channel)
        && (filter.sectors.is_empty() || in_sector(book, filter, project))
        && (filter.chains.is_empty() || in_chain(book, filter, project))
        && admits(&filter.industries, &project.industry)
        && admits(&filter.tags, &project.tags)
        && (filter.events.is_empty() || at_event(book, filter, project))
}

/// Returns whether a project has the numbers that a filter asks for.
fn is_registered(plan: &Plan, filter: &Filter, project: &Project) -> bool {
    filter.registered.iter().all(|kind| !worth(*kind, plan, project).is_empty())
}

fn in_sector(book: &Book, filter: &Filter, project: &Project) -> bool {
    let sector = project.sector.as_ref().and_then(|sector| book.sector(sector));
    sector.is_some() && filter.sectors.iter().any(|word| book.sector(word) == sector)
}

fn in_chain(book: &Book, filter: &Filter, project: &Project) -> bool {
    let chain = project.chain.as_ref().and_then(|chain| book.chain(chain));
    chain.is_some() && filter.chains.iter().any(|word| book.chain(word) == chain)
}

fn in_region(book: &Book, filter: &Filter, project: &Project) -> bool {
    let mut regions =
        filter.regions.iter().filter_map(|word| book.region_called(word.as_str()));
    regions.any(|region| region.holds(project))
}

fn at_event(book: &Book, filter: &Filter, project: &Project) -> bool {
    let called = |word: &EventRef| book.event_called(word.as_str());
    let contracts = project.contracts.iter();
    let mut events = contracts.filter_map(|contract| called(contract.event.as_ref()?));
    events.any(|event| filter.events.iter().any(|word| called(word) == Some(event)))
}

/// Returns whether a project has the required size and grade, from each of its formal contracts on;
/// `None` if none are required.
pub(super) fn fits(
    plan: &Plan,
    filter: &Filter,
    project: &Project,
) -> Option<Vec<(Knowledge, bool)>> {
    let sized = filter.at_least.is_some() || filter.above.is_some();
    if !sized && filter.grades.is_empty() {
        return None;
    }
    let fits = |(since, size): (Knowledge, Quantity)| {
        let size = |base| converted(plan, size, base, since.happened);
        let is_large = filter.at_least.is_none_or(|least| {
            size(least.0.unit.base).is_some_and(|size| size >= least.0.amount())
        }) && filter.above.is_none_or(|least| {
            size(least.0.unit.base).is_some_and(|size| size > least.0.amount())
        });
        let is_graded = filter.grades.is_empty()
            || grade(&plan.grades, project, &size)
                .is_some_and(|grade| filter.grades.contains(&grade.name));
        (since, is_large && is_graded)
    };
    Some(sizes(plan, project).into_iter().map(fits).collect())
}

/// Returns the size of a project from each of its formal contracts on; the planned size before the
/// first.
fn sizes(plan: &Plan, project: &Project) -> Vec<(Knowledge, Quantity)> {
    let planned = project.investment.map(|money| money.0);
    let from_signing = signed(plan, project)
        .into_iter()
        .map(|(since, whole)| (since, planned.unwrap_or(whole)));
    let always = planned.map(|size| (Knowledge::ALWAYS, size));
    always.into_iter().chain(from_signing).collect()
}

/// Returns what must be known for a project to have the numbers that a filter asks for.
pub(super) fn registered(
    plan: &Plan,
    filter: &Filter,
    project: &Project,
) -> Vec<Knowledge> {
    let first = |kind: &ProjectAmount| worth(*kind, plan, project).first().copied();
    let known = filter.registered.iter().filter_map(first).map(|(since, _)| since);
    known.filter(|since| *since != Knowledge::ALWAYS).collect()
}

/// Returns the highest grade that a project of a size reaches, by investment or by output
/// (F38–F41).
fn grade<'a>(
    grades: &'a [Grade],
    project: &Project,
    size: &dyn Fn(Base) -> Option<Decimal>,
) -> Option<&'a Grade> {
    grades
        .iter()
        .find(|grade| grade.any_of.iter().any(|rule| reaches(rule, project, size)))
}

fn reaches(
    rule: &GradeRule,
    project: &Project,
    size: &dyn Fn(Base) -> Option<Decimal>,
) -> bool {
    let is_invested = |least: Money| {
        size(least.0.unit.base).is_some_and(|size| size >= least.0.amount())
    };
    let is_produced = |least: Money| {
        let output = project.output.map(|money| money.0);
        output.is_some_and(|output| output.compare(&least.0).is_some_and(Ordering::is_ge))
    };
    let is_fixed = |least: Share| {
        let fixed = project.fixed_assets.map(|money| money.0);
        fixed.is_some_and(|fixed| {
            let least = size(fixed.unit.base).and_then(|size| least.0.checked_mul(size));
            least.is_some_and(|least| fixed.amount() >= least)
        })
    };
    (rule.industries.is_empty()
        || project.industry.is_some_and(|industry| rule.industries.contains(&industry)))
        && rule.investment.is_none_or(is_invested)
        && rule.output.is_none_or(is_produced)
        && rule.fixed_assets.is_none_or(is_fixed)
}
