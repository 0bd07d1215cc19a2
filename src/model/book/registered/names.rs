//! Names of scopes: from the words of the data to scopes, and back.

use crate::model::book::Book;
use crate::model::book::registered::Registered;
use crate::model::book::scope::Scope;
use crate::model::record::project::Channel;
use crate::model::record::registry::{Leader, Life, Unit};
use crate::model::value::reference::ScopeRef;

impl Book {
    /// Returns the scope that a word names, such as a unit, a group or 单位@领域; `None` if
    /// nothing has that name.
    pub fn scope_called(&self, word: &str) -> Option<Scope> {
        if let Some((unit, sector)) = word.split_once('@') {
            let (unit, sector) = (self.unit_called(unit)?, self.sector_called(sector)?);
            return Some(Scope::UnitInSector(unit.id.to_string(), sector.id.to_string()));
        }
        if word == self.card.record.whole || word == "all" {
            return Some(Scope::All);
        }
        if word == "其他单位" {
            return Some(Scope::Other);
        }
        if let Some(unit) = self.unit_called(word) {
            return Some(Scope::Unit(unit.id.to_string()));
        }
        if let Some(sector) = self.sector_called(word) {
            return Some(Scope::Sector(sector.id.to_string()));
        }
        if let Some(group) = self.group_called(word) {
            return Some(Scope::Group(group.id.to_string()));
        }
        if let Some(leader) = self.leader_called(word) {
            return Some(Scope::Leader(leader.id.to_string()));
        }
        if let Some(chain) = self.chain_called(word) {
            return Some(Scope::Chain(chain.id.to_string()));
        }
        if let Some(region) = self.region_called(word) {
            return Some(Scope::Region(region.id.to_string()));
        }
        if let Some(channel) = Channel::ALL.iter().find(|channel| channel.label() == word)
        {
            return Some(Scope::Channel(channel.id().to_owned()));
        }
        self.task_called(word).map(|task| Scope::Task(task.id.to_string()))
    }

    /// Returns the scopes that a word names in the end: one, or all of a kind if it begins with 各.
    pub fn scopes_called(&self, word: &str) -> Vec<Scope> {
        self.newest_register().scopes_called(word)
    }

    /// Returns the units that some words name in the end, in the order of the registry.
    pub fn units_in(&self, words: &[ScopeRef]) -> Vec<&Unit> {
        self.newest_register().units_in(words)
    }

    /// Returns the name that a scope has in the end. It is for those who keep the data: what is
    /// published has the name of its own day.
    pub fn scope_name(&self, scope: &Scope) -> String {
        self.newest_register().scope_name(scope)
    }
}

impl<'a> Registered<'a> {
    /// Returns the scopes that a word names: one, or all of a kind if it begins with 各.
    pub fn scopes_called(self, word: &str) -> Vec<Scope> {
        if let Some(scope) = self.book.scope_called(word) {
            return vec![scope];
        }
        let Some(kind) = word.strip_prefix('各') else { return Vec::new() };
        let registry = &self.book.registry.record;
        let group = self.book.group_called(kind).or_else(|| self.book.group_called(word));
        let is_member = |unit: &&'a Unit| {
            self.life(unit) != Life::NotYet
                && match group {
                    Some(group) => {
                        self.group_of(unit).is_some_and(|of| of.id == group.id)
                    }
                    None => kind == "单位",
                }
        };
        let has_role =
            |leader: &&Leader| kind == "领导" || leader.role.as_deref() == Some(kind);
        let units = self.units().iter().filter(is_member);
        let leaders = registry.leaders.iter().filter(has_role);
        let chains = registry.chains.iter().filter(|_| kind == "产业链");
        let regions = registry.regions.iter().filter(|_| kind == "来源区域");
        let channels = Channel::ALL.iter().filter(|_| kind == "渠道");
        units
            .map(|unit| Scope::Unit(unit.id.to_string()))
            .chain(leaders.map(|leader| Scope::Leader(leader.id.to_string())))
            .chain(chains.map(|chain| Scope::Chain(chain.id.to_string())))
            .chain(regions.map(|region| Scope::Region(region.id.to_string())))
            .chain(channels.map(|channel| Scope::Channel(channel.id().to_owned())))
            .collect()
    }

    /// Returns the units that some words name, in the order of the registry.
    pub fn units_in(self, words: &[ScopeRef]) -> Vec<&'a Unit> {
        let scopes: Vec<Scope> =
            words.iter().flat_map(|word| self.scopes_called(word.as_str())).collect();
        let bound = |unit: &&'a Unit| {
            if self.life(unit) != Life::InUse {
                return false;
            }
            let group = self.book.group(&unit.group).map(|group| group.id.as_str());
            scopes.iter().any(|scope| match scope {
                Scope::All => true,
                Scope::Unit(id) => unit.id.as_str() == id,
                Scope::Group(id) => group == Some(id),
                _ => false,
            })
        };
        self.units().iter().filter(bound).collect()
    }

    /// Returns the short name of a unit, and the full name of any other scope.
    pub fn short_name(self, scope: &Scope) -> String {
        let unit = match scope {
            Scope::Unit(id) => self.unit_called(id),
            _ => None,
        };
        unit.and_then(|unit| unit.short.clone()).unwrap_or_else(|| self.scope_name(scope))
    }

    /// Returns the name of a scope.
    pub fn scope_name(self, scope: &Scope) -> String {
        let unit =
            |id: &str| self.unit_called(id).map_or(id, |unit| &unit.name).to_owned();
        let sector = |id: &str| {
            self.book.sector_called(id).map_or(id, |sector| &sector.name).to_owned()
        };
        match scope {
            Scope::All => self.book.card.record.whole.clone(),
            Scope::Other => "其他单位".to_owned(),
            Scope::Unit(id) => unit(id),
            Scope::Sector(id) => sector(id),
            Scope::UnitInSector(id, part) => format!("{}（{}）", unit(id), sector(part)),
            Scope::Group(id) => self
                .book
                .group_called(id)
                .map_or(id.as_str(), |group| &group.name)
                .to_owned(),
            Scope::Leader(id) => self
                .book
                .leader_called(id)
                .map_or(id.as_str(), |leader| &leader.name)
                .to_owned(),
            Scope::Chain(id) => self
                .book
                .chain_called(id)
                .map_or(id.as_str(), |chain| &chain.name)
                .to_owned(),
            Scope::Region(id) => self
                .book
                .region_called(id)
                .map_or(id.as_str(), |region| &region.name)
                .to_owned(),
            Scope::Channel(id) => {
                let channel = Channel::ALL.iter().find(|channel| channel.id() == id);
                channel.map_or(id.as_str(), |channel| channel.label()).to_owned()
            }
            Scope::Task(id) => self
                .book
                .task_called(id)
                .map_or(id.as_str(), |task| &task.name)
                .to_owned(),
        }
    }
}
