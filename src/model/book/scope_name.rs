//! What scopes are called: from the words of the data to scopes, and back.

use crate::model::book::Book;
use crate::model::book::scope::Scope;
use crate::model::record::project::Channel;
use crate::model::record::registry::{Leader, Unit};
use crate::model::value::reference::ScopeRef;

impl Book {
    /// The scope that a word names: the whole, a unit, a sector, a group, or 单位@领域.
    pub fn scope_called(&self, word: &str) -> Option<Scope> {
        if let Some((unit, sector)) = word.split_once('@') {
            let (unit, sector) = (self.unit_called(unit)?, self.sector_called(sector)?);
            return Some(Scope::UnitInSector(unit.id.to_string(), sector.id.to_string()));
        }
        let whole =
            || (word == self.card.record.whole || word == "all").then_some(Scope::All);
        let other = || (word == "其他单位").then_some(Scope::Other);
        let unit = || self.unit_called(word).map(|unit| Scope::Unit(unit.id.to_string()));
        let sector =
            || self.sector_called(word).map(|found| Scope::Sector(found.id.to_string()));
        let group =
            || self.group_called(word).map(|found| Scope::Group(found.id.to_string()));
        let leader =
            || self.leader_called(word).map(|one| Scope::Leader(one.id.to_string()));
        let chain =
            || self.chain_called(word).map(|one| Scope::Chain(one.id.to_string()));
        let region =
            || self.region_called(word).map(|one| Scope::Region(one.id.to_string()));
        let channel = || {
            let found = Channel::ALL.iter().find(|one| one.label() == word);
            found.map(|one| Scope::Channel(one.id().to_owned()))
        };
        let task = || self.task_called(word).map(|one| Scope::Task(one.id.to_string()));
        let registered =
            whole().or_else(other).or_else(unit).or_else(sector).or_else(group);
        registered
            .or_else(leader)
            .or_else(chain)
            .or_else(region)
            .or_else(channel)
            .or_else(task)
    }

    /// The scopes that a word names: one, or each of a kind where it begins with 各.
    pub fn scopes_called(&self, word: &str) -> Vec<Scope> {
        if let Some(one) = self.scope_called(word) {
            return vec![one];
        }
        let Some(kind) = word.strip_prefix('各') else { return Vec::new() };
        let registry = &self.registry.record;
        let group = self.group_called(kind).or_else(|| self.group_called(word));
        let member = |unit: &&Unit| match group {
            Some(group) => self.group(&unit.group).is_some_and(|own| own.id == group.id),
            None => kind == "单位",
        };
        let units = registry.units.iter().filter(member);
        let leader = |one: &&Leader| kind == "领导" || one.role.as_deref() == Some(kind);
        let leaders = registry.leaders.iter().filter(leader);
        let chains = registry.chains.iter().filter(|_| kind == "产业链");
        let regions = registry.regions.iter().filter(|_| kind == "来源区域");
        let channels = Channel::ALL.iter().filter(|_| kind == "渠道");
        let units = units.map(|unit| Scope::Unit(unit.id.to_string()));
        units
            .chain(leaders.map(|one| Scope::Leader(one.id.to_string())))
            .chain(chains.map(|one| Scope::Chain(one.id.to_string())))
            .chain(regions.map(|one| Scope::Region(one.id.to_string())))
            .chain(channels.map(|one| Scope::Channel(one.id().to_owned())))
            .collect()
    }

    /// The units that some words name, in the order of the registry.
    pub fn units_in(&self, words: &[ScopeRef]) -> Vec<&Unit> {
        let scopes: Vec<Scope> =
            words.iter().flat_map(|word| self.scopes_called(word.as_str())).collect();
        let bound = |unit: &&Unit| {
            let group = self.group(&unit.group).map(|group| group.id.as_str());
            scopes.iter().any(|scope| match scope {
                Scope::All => true,
                Scope::Unit(id) => unit.id.as_str() == id,
                Scope::Group(id) => group == Some(id),
                _ => false,
            })
        };
        self.registry.record.units.iter().filter(bound).collect()
    }

    /// What a scope is called where room is short: a unit by its short name.
    pub fn short_name(&self, scope: &Scope) -> String {
        let unit = match scope {
            Scope::Unit(id) => self.unit_called(id),
            _ => None,
        };
        unit.and_then(|unit| unit.short.clone()).unwrap_or_else(|| self.scope_name(scope))
    }

    /// What a scope is called.
    pub fn scope_name(&self, scope: &Scope) -> String {
        let unit =
            |id: &str| self.unit_called(id).map_or(id, |unit| &unit.name).to_owned();
        let sector =
            |id: &str| self.sector_called(id).map_or(id, |found| &found.name).to_owned();
        match scope {
            Scope::All => self.card.record.whole.clone(),
            Scope::Other => "其他单位".to_owned(),
            Scope::Unit(id) => unit(id),
            Scope::Sector(id) => sector(id),
            Scope::UnitInSector(id, part) => format!("{}（{}）", unit(id), sector(part)),
            Scope::Group(id) => {
                self.group_called(id).map_or(id.as_str(), |group| &group.name).to_owned()
            }
            Scope::Leader(id) => {
                self.leader_called(id).map_or(id.as_str(), |one| &one.name).to_owned()
            }
            Scope::Chain(id) => {
                self.chain_called(id).map_or(id.as_str(), |one| &one.name).to_owned()
            }
            Scope::Region(id) => {
                self.region_called(id).map_or(id.as_str(), |one| &one.name).to_owned()
            }
            Scope::Channel(id) => {
                let found = Channel::ALL.iter().find(|one| one.id() == id);
                found.map_or(id.as_str(), |one| one.label()).to_owned()
            }
            Scope::Task(id) => {
                self.task_called(id).map_or(id.as_str(), |one| &one.name).to_owned()
            }
        }
    }
}
