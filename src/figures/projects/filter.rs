//! Filters over projects: which ones an indicator is about.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::figures::facts::source::Source;
use crate::figures::projects::convert::converted;
use crate::figures::projects::signed::signed;
use crate::figures::projects::worth::worth;
use crate::model::book::Book;
use crate::model::plan::Plan;
use crate::model::plan::assessment::grade::{Grade, GradeRule, ListRule, Relation};
use crate::model::plan::indicator::filter::Filter;
use crate::model::record::project::{Listing, Project};
use crate::model::value::amount::Money;
use crate::model::value::quantity::{Base, Quantity};
use crate::model::value::reference::EventRef;
use crate::model::value::share::Share;

/// The projects that pass the indicator's filter, with their positions; without those whose
/// facts are taken over.
pub(in crate::figures) fn filtered<'a>(
    source: &Source<'a>,
) -> impl Iterator<Item = (usize, &'a Project)> {
    let Source { book, plan, indicator, shared, .. } = *source;
    book.projects
        .iter()
        .map(|filed| &*filed.record)
        .enumerate()
        .filter(move |(at, _)| shared.is_none_or(|shared| shared[*at].is_none()))
        .filter(move |(_, project)| {
            let filter = indicator.filter.as_ref();
            filter.is_none_or(|filter| passes(book, plan, filter, project))
        })
}

/// Whether a project passes all of a filter that does not change with time.
fn passes(book: &Book, plan: &Plan, filter: &Filter, project: &Project) -> bool {
    let sector = || {
        let own = project.sector.as_ref().and_then(|sector| book.sector(sector));
        filter.sectors.iter().any(|sector| own.is_some() && book.sector(sector) == own)
    };
    let chain = || {
        let own = project.chain.as_ref().and_then(|chain| book.chain(chain));
        filter.chains.iter().any(|chain| own.is_some() && book.chain(chain) == own)
    };
    let industry =
        || project.industry.is_some_and(|own| filter.industries.contains(&own));
    let investor = &project.investor;
    let listed = || filter.listings.iter().any(|list| listed(plan, project, list));
    let event = || {
        let called = |word: &EventRef| book.event_called(word.as_str());
        let events = project.contracts.iter().filter_map(|one| one.event.as_ref());
        let mut events = events.filter_map(called);
        events.any(|own| filter.events.iter().any(|word| called(word) == Some(own)))
    };
    let region = || {
        let named = filter.regions.iter();
        let mut regions = named.filter_map(|word| book.region_called(word.as_str()));
        regions.any(|region| region.holds(project))
    };
    let channel = || project.channel.is_some_and(|own| filter.channels.contains(&own));
    (filter.origins.is_empty() || filter.origins.contains(&project.origin))
        && (filter.regions.is_empty() || region())
        && (filter.channels.is_empty() || channel())
        && (filter.sectors.is_empty() || sector())
        && (filter.chains.is_empty() || chain())
        && (filter.industries.is_empty() || industry())
        && (filter.classes.is_empty() || any_of(&filter.classes, &investor.classes))
        && (filter.tags.is_empty() || any_of(&filter.tags, &project.tags))
        && (filter.listings.is_empty() || listed())
        && (filter.events.is_empty() || event())
        && filter.registered.iter().all(|kind| worth(*kind, plan, project).is_some())
}

fn any_of(wanted: &[String], own: &[String]) -> bool {
    own.iter().any(|word| wanted.contains(word))
}

/// Whether the investor stands in a list in a way that counts on the day of signing (D47–D51).
fn listed(plan: &Plan, project: &Project, name: &str) -> bool {
    let rule = plan.lists.iter().find(|rule| rule.name == name);
    let signed = project.first_formal().map(|contract| contract.signed);
    project.investor.listings.iter().any(|listing| {
        listing.list == name
            && rule.is_none_or(|rule| {
                counts(rule, listing, signed) && !excluded(rule, project)
            })
    })
}

fn counts(rule: &ListRule, listing: &Listing, signed: Option<NaiveDate>) -> bool {
    let relation = listing.relation.unwrap_or(Relation::Own);
    let related = rule.relations.is_empty() || rule.relations.contains(&relation);
    let in_force = match (rule.years, listing.year, listing.valid, signed) {
        (Some(years), Some(year), _, Some(day)) => {
            let back = day.year() - year.0 as i32;
            (0..=years.0 as i32).contains(&back)
        }
        (_, _, Some(valid), Some(day)) => valid.contains(day),
        (Some(_), ..) => false,
        _ => true,
    };
    related && in_force
}

/// Whether the investor's seat is one that the list does not admit; an unknown seat is not.
fn excluded(rule: &ListRule, project: &Project) -> bool {
    let seat = project.investor.seat.as_deref().unwrap_or_default();
    rule.seats.iter().any(|place| seat.starts_with(place.as_str()))
}

/// Whether a project has the size and the grade asked for, from each of its formal contracts on.
pub(super) fn fits(
    plan: &Plan,
    filter: &Filter,
    project: &Project,
) -> Option<Vec<(NaiveDate, bool)>> {
    let sized = filter.at_least.is_some() || filter.above.is_some();
    if !sized && filter.grades.is_empty() {
        return None;
    }
    let fits = |(day, size): (NaiveDate, Quantity)| {
        let size = |base| converted(plan, size, base, day);
        let large = filter.at_least.is_none_or(|least| {
            size(least.unit.base).is_some_and(|size| size >= least.amount)
        }) && filter.above.is_none_or(|least| {
            size(least.unit.base).is_some_and(|size| size > least.amount)
        });
        let graded = filter.grades.is_empty()
            || grade(&plan.grades, project, &size)
                .is_some_and(|grade| filter.grades.contains(&grade.name));
        (day, large && graded)
    };
    Some(sizes(plan, project).into_iter().map(fits).collect())
}

/// The size of a project from each of its formal contracts on; before any, what is planned.
fn sizes(plan: &Plan, project: &Project) -> Vec<(NaiveDate, Quantity)> {
    let planned = project.investment.map(|money| money.0);
    let signed = signed(plan, project).into_iter();
    let signed = signed.map(|(day, whole)| (day, planned.unwrap_or(whole)));
    let planned = planned.map(|size| (NaiveDate::MIN, size));
    planned.into_iter().chain(signed).collect()
}

/// The highest grade that a project of a size reaches, by investment or by output (F38–F41).
fn grade<'a>(
    grades: &'a [Grade],
    project: &Project,
    size: &dyn Fn(Base) -> Option<Decimal>,
) -> Option<&'a Grade> {
    let own = |money: Option<Money>, base| {
        money.map(|money| money.0).filter(|own| own.unit.base == base)
    };
    let invested =
        |least: Money| size(least.0.unit.base).is_some_and(|size| size >= least.0.amount);
    let produced = |least: Money| {
        own(project.output, least.0.unit.base)
            .is_some_and(|own| own.amount >= least.0.amount)
    };
    let fixed = |least: Share| {
        let fixed = project.fixed_assets.map(|money| money.0);
        let part = fixed.and_then(|fixed| {
            Some(fixed.amount >= least.0.checked_mul(size(fixed.unit.base)?)?)
        });
        part.unwrap_or(false)
    };
    let holds = |rule: &GradeRule| {
        let industry = rule.industries.is_empty()
            || project.industry.is_some_and(|own| rule.industries.contains(&own));
        industry
            && rule.investment.is_none_or(invested)
            && rule.output.is_none_or(produced)
            && rule.fixed_assets.is_none_or(fixed)
    };
    grades.iter().find(|grade| grade.any_of.iter().any(holds))
}
