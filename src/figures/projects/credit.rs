//! Credit: how a project is weighted and shared among units (W35, F42, F43).

use rust_decimal::Decimal;

use crate::figures::exact::quotient;
use crate::figures::facts::attribution::{ByRoll, Place, Rows, merged};
use crate::figures::facts::source::Source;
use crate::figures::facts::terms::{Credits, JointCredits};
use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::credit::CreditRule;
use crate::model::plan::indicator::Axis;
use crate::model::record::project::Project;
use crate::model::value::reference::UnitRef;
use crate::model::value::share::LeadShare;

/// What is credited for a project.
pub(super) struct Credited {
    /// Weight of the project's origin, which the credits hold already.
    pub(super) weight: Decimal,
    /// Scopes by the plan's rule: all to the lead unit, or parts to lead and partners.
    pub(super) credits: ByRoll<Credits>,
    /// Scopes by the agreed shares, from the day they were reported.
    pub(super) joint: Option<JointCredits>,
}

/// Returns what is credited for a project; `whole` credits all of it to the lead unit.
pub(super) fn credited(source: &Source, project: &Project, whole: bool) -> Credited {
    let rule = source.plan.credits.iter().find(|rule| {
        let mut named = rule.indicators.iter();
        rule.indicators.is_empty()
            || named.any(|name| source.indicator.is_called(name.as_str()))
    });
    let weight = rule.map_or(Decimal::ONE, |rule| weight(rule, project));
    let credits = |shares: &[(&UnitRef, Decimal)]| {
        source.rows.map(|rows| -> Credits {
            scopes(source, rows, project, shares)
                .into_iter()
                .map(|(scope, share)| (scope, share * weight))
                .collect()
        })
    };
    let reported =
        project.shares_reported.filter(|_| !whole && !project.shares.is_empty());
    let agreed: Vec<(&UnitRef, Decimal)> =
        project.shares.iter().map(|agreed| (&agreed.unit, agreed.share.0)).collect();
    let joint =
        reported.map(|reported| JointCredits { reported, credits: credits(&agreed) });
    let declared = if whole { alone(project) } else { shares(rule, project) };
    Credited { weight, credits: credits(&declared), joint }
}

/// Returns the scopes that a project is credited to, given the shares of its units.
fn scopes(
    source: &Source,
    rows: &Rows,
    project: &Project,
    shares: &[(&UnitRef, Decimal)],
) -> Vec<(Scope, Decimal)> {
    let book = source.book;
    let sector = project
        .sector
        .as_ref()
        .and_then(|sector| book.sector(sector))
        .map(|sector| sector.id.as_str());
    let site = project
        .site
        .as_ref()
        .and_then(|site| book.unit(site))
        .map(|site| site.id.as_str());
    let shared = shares.iter().flat_map(|(unit, share)| {
        let unit = book.unit(unit).map_or(unit.as_str(), |unit| unit.id.as_str());
        rows.credit(Place { unit, site }, sector, *share)
    });
    let axes =
        source.indicator.by.iter().flat_map(|axis| axis_scopes(book, *axis, project));
    merged(shared.chain(axes.map(|scope| (scope, Decimal::ONE))))
}

fn weight(rule: &CreditRule, project: &Project) -> Decimal {
    let mut origins = rule.origins.iter();
    origins
        .find(|weighted| weighted.origin == project.origin)
        .map_or(Decimal::ONE, |weighted| weighted.weight.0)
}

fn alone(project: &Project) -> Vec<(&UnitRef, Decimal)> {
    vec![(&project.unit, Decimal::ONE)]
}

/// Returns the shares of lead and partners by the plan; without a rule, the lead has all.
fn shares<'a>(
    rule: Option<&CreditRule>,
    project: &'a Project,
) -> Vec<(&'a UnitRef, Decimal)> {
    let lead = rule.and_then(|rule| rule.lead);
    let Some(lead) = lead.filter(|_| !project.partners.is_empty()) else {
        return alone(project);
    };
    let count = Decimal::from(project.partners.len() as u64);
    let lead = match lead {
        LeadShare::Of(share) => share.0,
        LeadShare::Equal => {
            quotient(Decimal::ONE, count + Decimal::ONE).unwrap_or_default()
        }
    };
    let each = quotient(Decimal::ONE - lead, count).unwrap_or_default();
    let mut shares = vec![(&project.unit, lead)];
    shares.extend(project.partners.iter().map(|unit| (unit, each)));
    // The last partner gets what rounding left over, so that the shares add up to the whole.
    let given: Decimal = shares.iter().map(|(_, share)| *share).sum();
    if let Some(last) = shares.last_mut() {
        last.1 += Decimal::ONE - given;
    }
    shares
}

/// Returns the leader, chain, sector, regions or channel of a project.
fn axis_scopes(book: &Book, axis: Axis, project: &Project) -> Vec<Scope> {
    match axis {
        Axis::Leader => project
            .leader
            .iter()
            .filter_map(|leader| book.leader_called(leader.as_str()))
            .map(|leader| Scope::Leader(leader.id.to_string()))
            .collect(),
        Axis::Chain => project
            .chain
            .iter()
            .filter_map(|chain| book.chain(chain))
            .map(|chain| Scope::Chain(chain.id.to_string()))
            .collect(),
        Axis::Sector => project
            .sector
            .iter()
            .filter_map(|sector| book.sector(sector))
            .map(|sector| Scope::Sector(sector.id.to_string()))
            .collect(),
        Axis::Region => book
            .registry
            .record
            .regions
            .iter()
            .filter(|region| region.holds(project))
            .map(|region| Scope::Region(region.id.to_string()))
            .collect(),
        Axis::Channel => project
            .channel
            .iter()
            .map(|channel| Scope::Channel(channel.id().to_owned()))
            .collect(),
        Axis::Task => Vec::new(),
    }
}
