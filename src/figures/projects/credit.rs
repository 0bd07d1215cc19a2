//! Credit: how a project is weighted and shared among units (W35, F42, F43).

use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::facts::attribution::{Place, merged};
use crate::figures::facts::fact::{Credits, JointCredits};
use crate::figures::facts::source::Source;
use crate::model::book::scope::Scope;
use crate::model::plan::credit::CreditRule;
use crate::model::plan::indicator::Axis;
use crate::model::record::project::Project;
use crate::model::value::reference::UnitRef;

/// What is credited for a project.
#[derive(Clone)]
pub(super) struct Credited {
    /// Weight of the project's origin, which the credits hold already.
    pub(super) weight: Decimal,
    /// Scopes by the plan's rule: all to the lead unit, or parts to lead and partners.
    pub(super) credits: Credits,
    /// Scopes by the agreed shares, from the day they were reported.
    pub(super) joint: Option<JointCredits>,
}

/// What is credited for a project; `whole` credits all of it to the lead unit.
pub(super) fn credited(source: &Source, project: &Project, whole: bool) -> Credited {
    let rule = source.plan.credits.iter().find(|rule| {
        let mut named = rule.indicators.iter();
        rule.indicators.is_empty()
            || named.any(|name| source.indicator.is_called(name.as_str()))
    });
    let weight = rule.map_or(Decimal::ONE, |rule| weight(rule, project));
    let credits = |shares: &[(&UnitRef, Decimal)]| -> Credits {
        let scopes = scopes(source, project, shares).into_iter();
        scopes.map(|(scope, share)| (scope, share * weight)).collect()
    };
    let reported =
        project.shares_reported.filter(|_| !whole && !project.shares.is_empty());
    let joint = reported.map(|reported| {
        let agreed = project.shares.iter().map(|one| (&one.unit, one.share.0));
        JointCredits { reported, credits: credits(&agreed.collect::<Vec<_>>()) }
    });
    let declared = if whole { alone(project) } else { shares(rule, project) };
    Credited { weight, credits: credits(&declared), joint }
}

/// The scopes that the shares of some units in a project enter.
fn scopes(
    source: &Source,
    project: &Project,
    shares: &[(&UnitRef, Decimal)],
) -> Vec<(Scope, Decimal)> {
    let book = source.book;
    let sector = project.sector.as_ref().and_then(|sector| book.sector(sector));
    let sector = sector.map(|sector| sector.id.as_str());
    let site = project.site.as_ref().and_then(|site| book.unit(site));
    let site = site.map(|site| site.id.as_str());
    let rows = shares.iter().flat_map(|(unit, share)| {
        let unit = book.unit(unit).map_or(unit.as_str(), |unit| unit.id.as_str());
        source.rows.credit(Place { unit, site }, sector, *share)
    });
    merged(rows.chain(axes(source, project)))
}

fn weight(rule: &CreditRule, project: &Project) -> Decimal {
    let own = rule.origins.iter().find(|one| one.origin == project.origin);
    own.map_or(Decimal::ONE, |one| one.weight.0)
}

fn alone(project: &Project) -> Vec<(&UnitRef, Decimal)> {
    vec![(&project.unit, Decimal::ONE)]
}

/// The plan's shares for lead and partners; without them all goes to the lead.
fn shares<'a>(
    rule: Option<&CreditRule>,
    project: &'a Project,
) -> Vec<(&'a UnitRef, Decimal)> {
    let lead = rule.and_then(|rule| rule.lead).map(|share| share.0);
    let Some(lead) = lead.filter(|_| !project.partners.is_empty()) else {
        return alone(project);
    };
    let rest = Decimal::ONE - lead;
    let count = Decimal::from(project.partners.len() as u64);
    let each = quotient(rest, count).unwrap_or_default();
    let mut shares = vec![(&project.unit, lead)];
    shares.extend(project.partners.iter().map(|unit| (unit, each)));
    // What is lost in the last place goes to the last partner, so that nothing is missing.
    let given: Decimal = shares.iter().map(|(_, share)| *share).sum();
    if let Some(last) = shares.last_mut() {
        last.1 += Decimal::ONE - given;
    }
    shares
}

/// The leader, chain, sector, regions and channel of a project, where the indicator is listed by them.
fn axes(source: &Source, project: &Project) -> Vec<(Scope, Decimal)> {
    let book = source.book;
    let of = |axis: &Axis| -> Vec<Scope> {
        match axis {
            Axis::Leader => {
                let leader = project.leader.as_ref();
                let leader = leader.and_then(|one| book.leader_called(one.as_str()));
                leader.map(|one| Scope::Leader(one.id.to_string())).into_iter().collect()
            }
            Axis::Chain => {
                let chain = project.chain.as_ref().and_then(|chain| book.chain(chain));
                chain.map(|one| Scope::Chain(one.id.to_string())).into_iter().collect()
            }
            Axis::Sector => {
                let sector = project.sector.as_ref().and_then(|own| book.sector(own));
                sector.map(|one| Scope::Sector(one.id.to_string())).into_iter().collect()
            }
            Axis::Region => {
                let regions = book.registry.record.regions.iter();
                let own = regions.filter(|region| region.holds(project));
                own.map(|one| Scope::Region(one.id.to_string())).collect()
            }
            Axis::Channel => {
                let channel = project.channel.iter();
                channel.map(|one| Scope::Channel(one.id().to_owned())).collect()
            }
            Axis::Task => Vec::new(),
        }
    };
    let scopes = source.indicator.by.iter().flat_map(of);
    scopes.map(|scope| (scope, Decimal::ONE)).collect()
}
