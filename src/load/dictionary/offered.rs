//! The names that an editor offers where a record refers to others: those of one book.

use std::collections::BTreeMap;
use std::iter::once;

use crate::model::book::Book;
use crate::model::dictionary::{Word, WordShape};
use crate::model::record::registry::Unit;
use crate::model::value::reference::{
    ChainRef, EventRef, GroupRef, IndicatorRef, LampSetRef, LeaderRef, PlanRef,
    ProjectRef, RegionRef, ScopeRef, SectorRef, TaskRef, UnitRef,
};

/// The names that are offered, by what is referred to; none where a schema is of no book.
#[derive(Clone, Debug, Default)]
pub struct Offered(BTreeMap<&'static str, Vec<String>>);

impl Offered {
    /// Returns the names of a book.
    pub fn of(book: &Book) -> Offered {
        let mut offered = Offered::default();
        offered.registered(book);
        offered.planned(book);
        let projects = book.projects.iter().map(|filed| filed.record.id.as_str());
        offered.put::<ProjectRef>(projects);
        offered
    }

    /// Returns the names that are offered for a scalar.
    pub(super) fn names(&self, word: &WordShape) -> &[String] {
        self.0.get(word.id).map_or(&[], Vec::as_slice)
    }

    /// Returns the names of indicators.
    pub(super) fn indicators(&self) -> &[String] {
        self.names(IndicatorRef::SHAPE)
    }

    fn registered(&mut self, book: &Book) {
        let registry = &book.registry.record;
        let units = || registry.units.iter().flat_map(Unit::names);
        let groups = || registry.groups.iter().map(|group| group.name.as_str());
        let sectors = || registry.sectors.iter().map(|sector| sector.name.as_str());
        let chains = || registry.chains.iter().map(|chain| chain.name.as_str());
        self.put::<UnitRef>(units());
        self.put::<GroupRef>(groups());
        self.put::<SectorRef>(sectors());
        self.put::<ChainRef>(chains());
        self.put::<RegionRef>(registry.regions.iter().map(|region| region.name.as_str()));
        self.put::<EventRef>(registry.events.iter().map(|event| event.name.as_str()));
        self.put::<LeaderRef>(registry.leaders.iter().map(|leader| leader.name.as_str()));
        let each = registry.groups.iter().map(|group| format!("各{}", group.name));
        let each: Vec<String> = once("各单位".to_owned()).chain(each).collect();
        let whole = once(book.card.record.whole.as_str());
        let scopes = whole.chain(units()).chain(sectors()).chain(groups());
        self.put::<ScopeRef>(
            scopes.chain(chains()).chain(each.iter().map(String::as_str)),
        );
    }

    fn planned(&mut self, book: &Book) {
        let plans = || book.plans.iter().map(|filed| &filed.record);
        self.put::<PlanRef>(plans().map(|plan| plan.id.as_str()));
        let indicators = plans().flat_map(|plan| &plan.indicators);
        self.put::<IndicatorRef>(indicators.map(|indicator| indicator.name.as_str()));
        let lamps = plans().flat_map(|plan| &plan.lamps);
        self.put::<LampSetRef>(lamps.map(|set| set.name.as_str()));
        let tasks = plans().flat_map(|plan| &plan.tasks);
        self.put::<TaskRef>(tasks.map(|task| task.name.as_str()));
    }

    /// Offers some names in their order, each once.
    fn put<'a, T: Word>(&mut self, names: impl Iterator<Item = &'a str>) {
        let mut offered: Vec<String> = Vec::new();
        let mut known = std::collections::BTreeSet::new();
        offered.extend(names.filter(|name| known.insert(*name)).map(str::to_owned));
        self.0.insert(T::SHAPE.id, offered);
    }
}
