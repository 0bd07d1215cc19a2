//! Index of the registry: from an id, name or alias to the position of the record.

use std::collections::BTreeMap;

use crate::model::record::registry::Registry;

/// Positions in the registry, by name, alias and id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) units: BTreeMap<String, usize>,
    pub(crate) sectors: BTreeMap<String, usize>,
    pub(crate) groups: BTreeMap<String, usize>,
    pub(crate) chains: BTreeMap<String, usize>,
    pub(crate) leaders: BTreeMap<String, usize>,
}

impl Names {
    /// Builds the index of a registry.
    pub(crate) fn of(registry: &Registry) -> Names {
        let mut names = Names::default();
        for (at, unit) in registry.units.iter().enumerate() {
            add(&mut names.units, at, unit.id.as_str(), &unit.name, &unit.aliases);
        }
        // What a unit was called later leads to it too, after all first names.
        for (at, unit) in registry.units.iter().enumerate() {
            for name in unit.names().skip(1) {
                names.units.entry(name.to_owned()).or_insert(at);
            }
        }
        for (at, sector) in registry.sectors.iter().enumerate() {
            add(
                &mut names.sectors,
                at,
                sector.id.as_str(),
                &sector.name,
                &sector.aliases,
            );
        }
        for (at, group) in registry.groups.iter().enumerate() {
            add(&mut names.groups, at, group.id.as_str(), &group.name, &group.aliases);
        }
        for (at, leader) in registry.leaders.iter().enumerate() {
            add(&mut names.leaders, at, leader.id.as_str(), &leader.name, &[]);
        }
        for (at, chain) in registry.chains.iter().enumerate() {
            add(&mut names.chains, at, chain.id.as_str(), &chain.name, &chain.aliases);
        }
        names
    }
}

/// Adds the words of a record. If two records share a word, the first keeps it; a rule of `check`
/// reports that.
fn add(
    index: &mut BTreeMap<String, usize>,
    at: usize,
    id: &str,
    name: &str,
    aliases: &[String],
) {
    for word in [id, name].into_iter().chain(aliases.iter().map(String::as_str)) {
        index.entry(word.to_owned()).or_insert(at);
    }
}
