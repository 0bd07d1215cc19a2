//! The registry of a book on a day: what its units are called, whom they are ranked with, which of
//! them are in use, as was known on another day.

mod leaders;
mod names;

use chrono::NaiveDate;

use crate::model::book::Book;
use crate::model::book::index::rolls::Roll;
use crate::model::book::scope::Scope;
use crate::model::plan::Plan;
use crate::model::record::registry::{Group, Life, Merger, Unit};
use crate::model::value::reference::UnitRef;

/// The registry of a book as it was on a day, as was known on another.
#[derive(Clone, Copy, Debug)]
pub struct Registered<'a> {
    book: &'a Book,
    roll: &'a Roll,
}

impl Book {
    /// Returns the unit that a reference names, as it was first registered; `None` if there is none.
    pub fn unit(&self, reference: &UnitRef) -> Option<&Unit> {
        self.unit_called(reference.as_str())
    }

    /// Returns the unit with a name that it ever had, an alias or an id, as it was first registered.
    pub fn unit_called(&self, word: &str) -> Option<&Unit> {
        self.names.units.get(word).map(|at| &self.records.registry.record.units[*at])
    }

    /// Returns the registry as it was on a day, as was known on another.
    pub fn registered(&self, day: NaiveDate, known: NaiveDate) -> Registered<'_> {
        self.registered_at(self.rolls.position(day, known))
    }

    /// Returns the registry as one of the rolls has it.
    pub fn registered_at(&self, roll: usize) -> Registered<'_> {
        Registered { book: self, roll: self.rolls.at(roll) }
    }

    /// Returns the position of the roll of a day, as was known on another.
    pub fn roll(&self, day: NaiveDate, known: NaiveDate) -> usize {
        self.rolls.position(day, known)
    }

    /// Returns whether a scope is of the same units on two rolls: no other went on in its unit between
    /// them, and none came to its group from another one.
    pub fn has_same_units(&self, [one, other]: [usize; 2], scope: &Scope) -> bool {
        let [left, right] = [one, other].map(|roll| self.registered_at(roll));
        one == other || left.has_same_units(right, scope)
    }

    /// Returns the registry as it was when a plan began, which is how its document calls the units.
    pub fn registered_for(&self, plan: &Plan) -> Registered<'_> {
        self.registered(plan.span.start, plan.span.start)
    }

    /// Returns the registry in each of its states, in the order of the rolls.
    pub fn registers(&self) -> impl Iterator<Item = Registered<'_>> {
        self.rolls.iter().map(|roll| Registered { book: self, roll })
    }

    /// Returns the registry as all that is known has it in the end.
    pub fn newest_register(&self) -> Registered<'_> {
        Registered { book: self, roll: self.rolls.newest() }
    }
}

impl<'a> Registered<'a> {
    /// Returns the units in the order of the registry, whether they are in use or not.
    pub fn units(self) -> &'a [Unit] {
        &self.roll.units
    }

    /// Returns the unit with a name, alias or id.
    pub fn unit_called(self, word: &str) -> Option<&'a Unit> {
        self.book.names.units.get(word).map(|at| &self.roll.units[*at])
    }

    /// Returns the unit that a reference names.
    pub fn unit(self, reference: &UnitRef) -> Option<&'a Unit> {
        self.unit_called(reference.as_str())
    }

    /// Returns the stage of its life that a unit is in.
    pub fn life(self, unit: &'a Unit) -> Life<'a> {
        unit.life(self.roll.day())
    }

    /// Returns the group of a unit.
    pub fn group_of(self, unit: &Unit) -> Option<&'a Group> {
        let unit = self.unit_called(unit.id.as_str())?;
        self.book.group(&unit.group)
    }

    /// Returns the unit that answers for what a unit did: itself, or the one that it goes on in.
    pub fn answering(self, unit: &'a Unit) -> &'a Unit {
        let mut answering = unit;
        // No unit is gone through twice, so that a circle of mergers has an end too.
        for _ in 0..self.roll.units.len() {
            let Life::Merged(merger) = self.life(answering) else { break };
            let Some(next) = self.unit(&merger.unit) else { break };
            answering = next;
        }
        answering
    }

    /// Returns the group with a name, alias or id.
    pub fn group_called(self, word: &str) -> Option<&'a Group> {
        self.book.group_called(word)
    }

    /// Returns how the unit of a scope went on in another; `None` if it did not, and for all other
    /// scopes.
    pub fn merger(self, scope: &Scope) -> Option<&'a Merger> {
        let (Scope::Unit(id) | Scope::UnitInSector(id, _)) = scope else { return None };
        let unit = self.unit_called(id)?;
        match self.life(unit) {
            Life::Merged(merger) => Some(merger),
            _ => None,
        }
    }

    fn has_same_units(self, other: Registered, scope: &Scope) -> bool {
        match scope {
            Scope::Unit(id) | Scope::UnitInSector(id, _) => {
                self.joined(id) == other.joined(id)
            }
            Scope::Group(group) => self.units().iter().all(|unit| {
                let id = unit.id.as_str();
                self.is_in(id, group) == other.is_in(id, group)
            }),
            _ => true,
        }
    }

    /// Returns whether the unit that answers for a unit is in a group.
    fn is_in(self, unit: &str, group: &str) -> bool {
        let own = self.unit_called(unit);
        let group_of = own.and_then(|own| self.group_of(self.answering(own)));
        group_of.is_some_and(|one| one.id.as_str() == group)
    }

    /// Returns the last day on which a unit took in another; `None` if it never did.
    pub fn joined(self, unit: &str) -> Option<NaiveDate> {
        let units = self.units().iter().filter_map(|other| {
            let Life::Merged(merger) = self.life(other) else { return None };
            (self.answering(other).id.as_str() == unit).then_some(merger.since)
        });
        units.max()
    }
}
