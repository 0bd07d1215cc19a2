//! The scopes that an indicator is listed by besides units: leaders, chains, sectors, regions, channels, tasks.

use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::plan::indicator::{Axis, Indicator};
use crate::model::record::project::Channel;
use crate::model::record::registry::Leader;

/// Returns the scopes of an indicator's axes in the order of the registry; only leaders with a role
/// that it counts.
pub(super) fn axes(book: &Book, plan: &Plan, indicator: &Indicator) -> Vec<Scope> {
    let roles = indicator.filter.as_ref().map_or(&[][..], |filter| &filter.roles);
    indicator.by.iter().flat_map(|axis| scopes(book, plan, *axis, roles)).collect()
}

fn scopes(book: &Book, plan: &Plan, axis: Axis, roles: &[String]) -> Vec<Scope> {
    let registry = &book.registry.record;
    let is_counted = |leader: &&Leader| {
        roles.is_empty() || leader.role.as_ref().is_some_and(|role| roles.contains(role))
    };
    match axis {
        Axis::Leader => registry
            .leaders
            .iter()
            .filter(is_counted)
            .map(|leader| Scope::Leader(leader.id.to_string()))
            .collect(),
        Axis::Chain => registry
            .chains
            .iter()
            .map(|chain| Scope::Chain(chain.id.to_string()))
            .collect(),
        Axis::Sector => registry
            .sectors
            .iter()
            .map(|sector| Scope::Sector(sector.id.to_string()))
            .collect(),
        Axis::Region => registry
            .regions
            .iter()
            .map(|region| Scope::Region(region.id.to_string()))
            .collect(),
        Axis::Channel => Channel::ALL
            .iter()
            .map(|channel| Scope::Channel(channel.id().to_owned()))
            .collect(),
        Axis::Task => {
            plan.tasks.iter().map(|task| Scope::Task(task.id.to_string())).collect()
        }
    }
}
